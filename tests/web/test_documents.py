"""The pages of documents: making them, filling the dossier offline, the office's templates."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from odfdo import Document as Odt
from pypdf import PdfReader

from coretech.apps.audit.models import Act
from coretech.apps.cases.drafts import draft_of
from coretech.apps.cases.models import Case
from coretech.apps.documents.models import Template
from tests import factories
from tests.factories import documents_factories, papers_factories
from tests.factories.documents_factories import OPINION, WHAT, WRITER, filled_form
from tests.web.page_text import text_of, words_of

Visit = Callable[[str], Client]
KINDS = ("dossier", "panel-opinion", "office-note", "agenda-item")


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return documents_factories.checked_case()


def page(case: Case, below: str = "") -> str:
    return f"/cases/{case.reference}/documents/{below}"


def send(client: Client, address: str, data: bytes, name: str = "file", **given: str) -> bytes:
    return client.post(address, {name: SimpleUploadedFile("a.odt", data), **given}).content


def hidden(content: bytes, name: str) -> str:
    text = content.decode()
    start = text.index(f'name="{name}" value="') + len(f'name="{name}" value="')
    return text[start : text.index('"', start)]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_document_is_had_as_odt_and_as_pdf(visit: Visit, case: Case, kind: str, language: str) -> None:
    client = visit("office")

    odt = client.get(f"{language}{page(case, kind)}/odt/")
    pdf = client.get(f"{language}{page(case, kind)}/pdf/")

    assert Odt(io.BytesIO(odt.content)).body.get_elements("//text:h")
    assert "2025-0001" in PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    assert odt["Content-Disposition"].startswith(f'attachment; filename="{case.reference}-{kind}.odt"')
    assert "no-store" in odt["Cache-Control"]


def test_the_page_offers_what_there_is_and_says_why_the_rest_is_not(visit: Visit, case: Case) -> None:
    chinese = text_of(visit("office"), page(case))
    english = text_of(visit("office"), "/en" + page(case))

    assert "審議會通過後才能製作預告" in chinese
    assert "離線填寫提報資料" in chinese
    assert "Not yet: An announcement follows the pre-announcement" in english
    assert "built-in look" in english


def test_a_reader_the_dossier_is_closed_to_gets_none_of_it(visit: Visit, case: Case) -> None:
    client = visit("panel-nstc-01")

    for kind in KINDS:
        for form in ("odt", "pdf"):
            assert client.get(page(case, f"{kind}/{form}/")).status_code in {403, 404}
    assert OPINION not in client.get(page(case)).content.decode()


@pytest.mark.parametrize("username", ["public", "agency-moea", "member-05"])
def test_who_may_not_know_of_the_case_finds_no_documents(visit: Visit, case: Case, username: str) -> None:
    for below in ("", "form/", "import/", "dossier/odt/"):
        assert visit(username).get(page(case, below)).status_code in {302, 403, 404}


@pytest.mark.parametrize("below", ["letter/odt/", "dossier/docx/", "minutes/pdf/"])
def test_there_is_no_other_kind_or_form(visit: Visit, case: Case, below: str) -> None:
    assert visit("office").get(page(case, below)).status_code == 404


def test_a_filled_form_shows_its_differences_and_then_goes_into_the_drafts(visit: Visit) -> None:
    case = documents_factories.drafted_case()
    client, data = visit(WRITER), filled_form(case, (WHAT, "改寫的說明"))

    shown = send(client, page(case, "import/"), data)
    assert "改寫的說明" in words_of(shown)
    assert "與現況相同：" in words_of(shown)
    assert draft_of(factories.acting(WRITER), case, "description") is None

    given = {"step": "confirm", "seen": hidden(shown, "seen"), "kept": hidden(shown, "kept")}
    assert client.post(page(case, "import/"), given).status_code == 302
    assert draft_of(factories.acting(WRITER), case, "description") is not None
    assert client.post(page(case, "import/"), given).status_code == 409


def test_the_form_is_downloaded_and_comes_back_unchanged(visit: Visit) -> None:
    case, client = documents_factories.drafted_case(), visit(WRITER)
    form = client.get("/en" + page(case, "form/")).content

    shown = send(client, "/en" + page(case, "import/"), form)

    assert "there is nothing to bring in" in words_of(shown)


@pytest.mark.parametrize("data", [papers_factories.pdf(), papers_factories.odt(), b"MZ", b""])
def test_another_file_is_refused_on_the_page(visit: Visit, data: bytes) -> None:
    case, client = documents_factories.drafted_case(), visit(WRITER)
    response = client.post(page(case, "import/"), {"file": SimpleUploadedFile("a.odt", data)})

    assert response.status_code == 422
    assert "govuk-error-summary" in response.content.decode()


def test_after_the_submission_the_form_is_closed_and_says_why(visit: Visit, case: Case) -> None:
    assert visit(WRITER).get(page(case, "form/")).status_code == 409
    assert "尚不能辦理" in text_of(visit(WRITER), page(case))


def test_the_office_looks_at_a_template_before_it_is_set(visit: Visit, case: Case) -> None:
    client = visit("office")
    template = documents_factories.template("頁首示範")

    shown = send(client, "/templates/dossier/", template, "odt", note="新頁首")
    assert not Template.objects.exists()
    given = {name: hidden(shown, name) for name in ("kept", "note", "seen", "once")}
    preview = client.post("/templates/dossier/", {**given, "step": "preview"})
    assert "頁首示範" in Odt(io.BytesIO(preview.content)).styles.serialize().decode()
    assert [
        client.post("/templates/dossier/", {**given, "step": "confirm"}).status_code for _ in range(2)
    ] == [302] * 2

    made = Odt(io.BytesIO(client.get(page(case, "dossier/odt/")).content))
    assert "頁首示範" in made.styles.serialize().decode()
    assert "範本第1版" in str(made.body.serialize()).replace("<text:s/>", " ")
    assert "第1版" in text_of(client, "/templates/")
    assert client.get("/templates/dossier/1/").content == template


def test_two_who_set_a_template_do_not_overwrite_each_other(visit: Visit) -> None:
    client = visit("office")
    shown = [
        send(client, "/en/templates/announcement/", documents_factories.template(words), "odt")
        for words in "ab"
    ]

    answers = [
        client.post(
            "/en/templates/announcement/",
            {"step": "confirm", "once": words, **{name: hidden(each, name) for name in ("kept", "seen")}},
        ).status_code
        for words, each in zip("ab", shown, strict=True)
    ]

    assert answers == [302, 409]
    assert Act.objects.filter(kind="documents.template_set").count() == 1


@pytest.mark.parametrize(
    "data",
    [
        papers_factories.pdf(),
        papers_factories.odt(more={"Basic/script-lc.xml": b"<x/>"}),
        b"x" * 1_500_001,
        bytes(200_000),
    ],
    ids=["pdf", "macros", "large", "zeros"],
)
def test_a_file_that_cannot_be_a_template_is_refused_on_the_page(visit: Visit, data: bytes) -> None:
    response = visit("office").post("/templates/dossier/", {"odt": SimpleUploadedFile("a.odt", data)})

    assert response.status_code == 422


@pytest.mark.parametrize("username", ["agency-nstc", "member-05", "announcer", "administrator"])
def test_templates_are_the_office_s(visit: Visit, username: str) -> None:
    for address in ("/templates/", "/templates/dossier/", "/templates/dossier/1/"):
        assert visit(username).get(address).status_code == 403
