"""Attachments, levels and leave over the API."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Attachment, Case, Grant
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.set_level import set_level
from tests import factories
from tests.api.caller import BASE, Caller, json_of, problem_of

Call = Callable[[str], Caller]
OFFICER = "agency-nstc"


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    case = factories.draft_case(factories.addition())
    attach(factories.acting(OFFICER), case.reference, (HandedIn("說明.txt", b"the words"),))
    return case


def send_files(caller: Caller, case: Case, *files: tuple[str, bytes], **fields: str) -> tuple[int, str]:
    """The status, and what is told in English."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    body = encode_multipart(BOUNDARY, {"files": sent, **fields})
    where = f"{BASE}/cases/{case.reference}/attachments"
    answer = caller.client.generic("POST", where, body, MULTIPART_CONTENT, headers=caller.headers)
    return answer.status_code, str(json_of(answer).get("sentence", {}).get("en", ""))


def test_files_are_attached_all_or_none(caller: Call, case: Case) -> None:
    fine, bad = ("a.txt", b"words"), ("b.exe", b"MZ")

    assert send_files(caller(OFFICER), case, fine, bad)[0] == 422
    assert "“b.exe”: This is a program" in send_files(caller(OFFICER), case, fine, bad)[1]
    assert send_files(caller(OFFICER), case, fine, part="functions", level="internal") == (201, "")
    assert Attachment.objects.get(part="functions").level == "internal"


@pytest.mark.parametrize("fields", [{"part": "nothing"}, {"level": "top"}])
def test_bad_fields_are_refused(caller: Call, case: Case, fields: dict[str, str]) -> None:
    assert send_files(caller(OFFICER), case, ("a.txt", b"words"), **fields)[0] == 422


def test_a_closed_file_is_listed_without_its_name(caller: Call, case: Case) -> None:
    file = Attachment.objects.get()
    (known,) = caller("office").read(f"/cases/{case.reference}/attachments")
    set_level(factories.acting(OFFICER), case.reference, file.pk, "secret", why="x")

    (told,) = caller("office").read(f"/cases/{case.reference}/attachments")

    assert known["sha256"] == file.sha256
    assert (told["title"], told["sha256"], told["size"]) == (None, None, None)
    assert "leave by name" in told["closed"]["en"]
    problem_of(caller("office").post(f"/attachments/{file.pk}/opening"), 403)


def test_a_copy_is_handed_out_with_a_note(caller: Call, case: Case) -> None:
    answer = caller("office").post(f"/attachments/{case.attachments.get().pk}/opening")

    assert b"".join(answer.streaming_content) == b"the words"  # type: ignore[attr-defined]  # the stubs know no streams
    assert answer["Coretech-Copy-For"].startswith("UTF-8''")
    assert "no-store" in answer["Cache-Control"]


def test_a_file_is_withdrawn(caller: Call, case: Case) -> None:
    file = case.attachments.get()

    problem_of(caller("agency-moea").post(f"/attachments/{file.pk}/withdrawal", {"why": "x"}), 404)
    caller(OFFICER).done(f"/attachments/{file.pk}/withdrawal", {"why": "superseded"})

    problem_of(caller(OFFICER).post(f"/attachments/{file.pk}/opening"), 409)


def test_levels_are_set_of_parts_and_of_files(caller: Call, case: Case) -> None:
    factories.write_dossier(case)
    officer, where = caller(OFFICER), f"/cases/{case.reference}/levels"

    officer.done(where, {"target": "functions", "level": "secret", "why": "x"})
    officer.done(where, {"target": case.attachments.get().pk, "level": "open", "why": "x"})

    problem_of(officer.post(where, {"target": "nothing", "level": "open", "why": "x"}), 422)
    problem_of(caller("office").post(where, {"target": "functions", "level": "open", "why": "x"}), 403)
    assert case.attachments.get().level == "open"


def test_leave_is_given_listed_and_revoked(caller: Call, case: Case) -> None:
    officer, where = caller(OFFICER), f"/cases/{case.reference}/leave"
    person = factories.acting("office").person_id

    officer.done(where, {"person": person, "why": "checks it", "until": "2025-06-30"})
    grant = Grant.objects.get()
    officer.done(f"{where}/{grant.pk}/revocation", {"why": "done"})

    (told,) = officer.read(where)
    assert (told["why"], told["until"], told["counts"]) == ("checks it", "2025-06-30", False)
    problem_of(caller("panel-nstc-01").get(where), 403)
