"""Documents, the offline form and templates over the API answer as the pages do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from coretech.apps.cases.drafts import draft_of
from coretech.apps.cases.models import Case
from tests import factories
from tests.api.caller import BASE, Caller, json_of, problem_of
from tests.factories import documents_factories, papers_factories
from tests.factories.documents_factories import WHAT, WRITER, filled_form

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

Call = Callable[[str], Caller]


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return documents_factories.drafted_case()


def send(caller: Caller, address: str, content: bytes, **given: str) -> "Response":
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("a.odt", content), **given})
    return caller.client.generic("POST", BASE + address, body, MULTIPART_CONTENT, headers=caller.headers)


def test_documents_are_listed_with_why_the_rest_are_closed(caller: Call, case: Case) -> None:
    told = caller("office").read(f"/cases/{case.reference}/documents")

    assert [each["kind"] for each in told if each["closed"] is None] == [
        "dossier",
        "office-note",
        "agenda-item",
    ]


@pytest.mark.parametrize(("form", "begins"), [("odt", b"PK"), ("pdf", b"%PDF")])
def test_a_document_is_had_in_either_form_and_language(
    caller: Call, case: Case, form: str, begins: bytes
) -> None:
    for language in ("zh", "en"):
        answer = caller("office").get(f"/cases/{case.reference}/documents/dossier/{form}?language={language}")
        assert answer.content.startswith(begins)


@pytest.mark.parametrize("username", ["member-05", "announcer", "administrator", "agency-moea"])
def test_who_may_not_know_of_the_case_is_told_of_no_documents(
    caller: Call, case: Case, username: str
) -> None:
    for address in ("documents", "documents/dossier/odt", "dossier-form"):
        problem_of(caller(username).get(f"/cases/{case.reference}/{address}"), 404)


def test_a_form_goes_out_comes_back_and_is_in_the_drafts_of_who_sent_it(caller: Call, case: Case) -> None:
    address, data = f"/cases/{case.reference}/dossier-form", filled_form(case, (WHAT, "改寫的說明"))
    assert caller(WRITER).get(address).content.startswith(b"PK")

    told = json_of(send(caller(WRITER), f"{address}/differences", data))
    assert [part["part"] for part in told["parts"]] == ["description"]
    assert draft_of(factories.acting(WRITER), case, "description") is None

    assert json_of(send(caller(WRITER), address, data, seen=told["seen"])) == ["description"]
    assert draft_of(factories.acting(WRITER), case, "description") is not None
    problem_of(send(caller(WRITER), address, data, seen=told["seen"]), 409)


def test_another_file_is_refused_with_what_to_do(caller: Call, case: Case) -> None:
    problem_of(
        send(caller(WRITER), f"/cases/{case.reference}/dossier-form/differences", papers_factories.pdf()), 422
    )


def test_the_office_sets_a_template_and_takes_it_away(caller: Call, stage: None) -> None:  # noqa: ARG001 - asked for, not read
    office, template = caller("office"), documents_factories.template("頁首")

    assert send(office, "/templates/dossier", template, note="新").status_code == 201
    (told,) = office.read("/templates")
    assert (told["kind"], told["version"], told["note"]) == ("dossier", 1, "新")
    assert office.get("/templates/dossier/1").content == template
    problem_of(office.get("/templates/dossier/2"), 404)
    problem_of(send(office, "/templates/dossier", documents_factories.template("二"), seen="0"), 409)


@pytest.mark.parametrize("username", ["agency-nstc", "member-05", "announcer", "administrator"])
def test_templates_are_the_office_s(caller: Call, username: str) -> None:
    problem_of(caller(username).get("/templates"), 403)
    problem_of(send(caller(username), "/templates/dossier", documents_factories.template("一")), 403)
