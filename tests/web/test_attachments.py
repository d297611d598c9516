"""Attachments, levels and leave on the pages."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from coretech.apps.audit.models import Act
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Attachment, Case, Grant, Part
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.set_level import set_level
from tests import factories
from tests.factories import papers_factories

Visit = Callable[[str], Client]
LANGUAGES = ["", "/en"]


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    case = factories.draft_case(factories.addition())
    attach(
        factories.acting("agency-nstc"), case.reference, (HandedIn("說明.txt", b"the words"),), "functions"
    )
    return case


def page(case: Case, more: str = "", language: str = "") -> str:
    return f"{language}/cases/{case.reference}/attachments/{more}"


def upload(client: Client, case: Case, *files: tuple[str, bytes], language: str = "") -> str:
    """What the page says after files were sent, or where it leads."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    answer = client.post(page(case, "new/", language), {"file": sent, "part": "", "level": "confidential"})
    return answer.headers.get("Location") or answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("", "檔案雜湊值"), ("/en", "Hash of the file")])
def test_the_list_tells_name_size_hash_level_and_version(
    visit: Visit, case: Case, language: str, words: str
) -> None:
    told = visit("office").get(page(case, language=language)).content.decode()

    file = Attachment.objects.get()
    assert words in told
    assert file.sha256[:32] in told
    assert "說明.txt" in told


@pytest.mark.parametrize(("language", "words"), [("", "逐人核准"), ("/en", "leave by name")])
def test_of_a_closed_file_only_the_reason_is_told(
    visit: Visit, case: Case, language: str, words: str
) -> None:
    set_level(
        factories.acting("agency-nstc"),
        case.reference,
        Attachment.objects.get().pk,
        "secret",
        why="trade secret",
    )

    told = visit("office").get(page(case, language=language)).content.decode()

    assert words in told
    assert "說明" not in told
    assert Attachment.objects.get().sha256[:32] not in told


def test_a_copy_is_sent_as_a_file_that_nothing_keeps_with_a_note_whose_it_is(
    visit: Visit, case: Case
) -> None:
    answer = visit("office").post(page(case), {"attachment": Attachment.objects.get().pk})

    assert b"".join(answer.streaming_content) == b"the words"  # type: ignore[attr-defined]  # the stubs know no streams
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert "辦公室承辦人" in unquote(answer["Coretech-Copy-For"])
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert Act.objects.filter(kind="case.file_opened").count() == 1


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "１"])
def test_a_number_that_is_none_is_refused(visit: Visit, case: Case, number: str) -> None:
    assert visit("office").post(page(case), {"attachment": number}).status_code == 400


def test_several_files_are_attached_at_once(visit: Visit, case: Case) -> None:
    leads = upload(visit("agency-nstc"), case, ("a.pdf", papers_factories.pdf()), ("b.csv", b"a,b\n1,2\n"))

    assert leads == page(case)
    assert set(Attachment.objects.filter(part="").values_list("media_type", flat=True)) == {
        "application/pdf",
        "text/csv",
    }


@pytest.mark.parametrize(("language", "words"), [("", "這是程式檔"), ("/en", "This is a program")])
def test_each_fault_is_told_under_its_file_s_name_and_none_is_kept(
    visit: Visit, case: Case, language: str, words: str
) -> None:
    told = upload(
        visit("agency-nstc"),
        case,
        ("a.exe", b"MZ"),
        ("empty.txt", b""),
        ("c.txt", b"fine"),
        language=language,
    )

    assert f"a.exe：{words}" in told
    assert "empty.txt：" in told
    assert "c.txt：" not in told
    assert Attachment.objects.count() == 1


def test_no_file_and_too_many_bytes_are_said(visit: Visit, case: Case, settings: Settings) -> None:
    client = visit("agency-nstc")
    assert "請選擇「檔案」的檔案" in upload(client, case)

    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert "合計不得超過50 MB" in upload(client, case, ("large.txt", b"x" * 2000))


def test_more_files_than_a_case_may_have_are_refused_by_their_number_and_none_is_kept(
    visit: Visit, case: Case
) -> None:
    told = upload(visit("agency-nstc"), case, *((f"{place}.txt", b"fine") for place in range(200)))

    assert "每案至多200個附件（含各版本），目前已有1個" in told
    assert Attachment.objects.count() == 1


def test_a_file_is_withdrawn_with_a_reason(visit: Visit, case: Case) -> None:
    client, file = visit("agency-nstc"), Attachment.objects.get()
    where = f"/attachments/{file.pk}/withdrawal/"

    assert client.post(where, {"why": ""}).status_code == 422
    assert client.post(where, {"why": "superseded"})["Location"] == page(case)
    told = client.get(page(case)).content.decode()
    assert "已撤下" in told
    assert f'value="{file.pk}"' not in told


def test_a_level_is_set_on_the_page(visit: Visit, case: Case) -> None:
    factories.write_dossier(case)
    client, where = visit("agency-nstc"), f"/cases/{case.reference}/levels/"
    case.refresh_from_db()
    given = {"seen": case.lock, "target": "functions", "level": "secret", "why": "trade secret"}

    assert client.post(where, given | {"why": ""}).status_code == 422
    assert client.post(where, given)["Location"] == where
    assert client.post(where, given).status_code == 409
    assert Part.objects.filter(case=case, level="secret").get().name == "functions"
    assert 'value="functions"' not in visit("office").get(where).content.decode()
    file = {
        "seen": case.lock + 1,
        "target": f"file-{Attachment.objects.get().pk}",
        "level": "internal",
        "why": "x",
    }
    assert client.post(where, file)["Location"] == where
    assert Attachment.objects.get().level == "internal"


def test_leave_is_given_and_revoked_on_the_page(visit: Visit, case: Case) -> None:
    client, where = visit("agency-nstc"), f"/cases/{case.reference}/leave/"
    office = factories.acting("office").person_id

    wrong = client.post(where, {"person": office, "why": "checks it", "until": "114.13.1"})
    given = client.post(where, {"person": office, "why": "checks it", "until": "114.6.30"})
    grant = Grant.objects.get()

    assert (wrong.status_code, given["Location"], str(grant.until)) == (422, where, "2025-06-30")
    assert "checks it" in client.get(where).content.decode()
    revoked = client.post(f"{where}{grant.pk}/revocation/", {"why": "done"})
    assert revoked["Location"] == where
    assert "已失效" in client.get(where).content.decode()
    assert client.get(f"{where}999999/revocation/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", ["attachments/", "attachments/new/", "levels/", "leave/"])
def test_the_pages_open_to_those_whose_case_it_is_and_to_no_other(
    visit: Visit, case: Case, language: str, more: str
) -> None:
    where = f"{language}/cases/{case.reference}/{more}"

    statuses = {name: visit(name).get(where).status_code for name in ("agency-nstc", "office", "agency-moea")}

    assert statuses == {"agency-nstc": 200, "office": 200, "agency-moea": 404}
    if more in ("levels/", "leave/"):
        assert visit("panel-nstc-01").get(where).status_code == 403
