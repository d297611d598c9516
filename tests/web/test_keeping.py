"""Officers' pages of an item, and what they make of the public ones, in both languages."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.register.models import Scan
from coretech.apps.register.operations.note_scope import Note, note_scope
from coretech.apps.register.operations.report_to_legislature import Report, report_to_legislature
from coretech.apps.register.queries import find_version, history
from coretech.apps.register.scope_notes import newest_note
from tests import factories
from tests.factories import papers_factories
from tests.factories import register_factories as register
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
CORRECTION = "/register/12/versions/1/correction/"


def says(**changes: str) -> dict[str, str]:
    """The correction's form as it stands when opened."""
    version = find_version(12, 1)
    return {
        "seen": str(len(history(12))),
        "name_announced": version.name_announced,
        "name_zh": version.name_zh,
        "name_en": version.name_en,
        "sector": version.sector.code,
        "authority": version.authority.code,
        "valid_from": version.valid_from.isoformat(),
        "reason": "登打錯誤",
        "source": "公告第2頁",
    } | changes


def test_an_officer_finds_what_there_is_to_do_for_an_item_in_one_place(visit: Visit) -> None:
    officer, office = (
        text_of(visit("agency-nstc"), "/register/12/keep/"),
        text_of(visit("office"), "/en/register/12/keep/"),
    )

    assert "年度檢討 主管機關每年檢討一次（第10條第1項）。 檢討這一項 今年尚未檢討" in officer
    assert "新增範疇說明 可辦理" in officer
    assert "更正第1版" in officer
    assert "這一步由關鍵技術辦公室、行政院公告承辦人辦理。 不由您辦理" in officer
    assert "Correct version 1 Space-grade active phased-array antenna technology Open" in office
    assert office.count("Not yours") == 1, office[office.find("Write a note") :][:300]


@pytest.mark.parametrize(
    ("username", "status"), [("agency-moea", 403), ("member-05", 403), ("announcer", 200)]
)
def test_the_place_is_for_those_with_something_to_do(visit: Visit, username: str, status: int) -> None:
    assert visit(username).get("/register/12/keep/").status_code == status
    assert ("/register/12/keep/" in visit(username).get("/register/12/").content.decode()) == (status == 200)


def test_a_correction_is_shown_before_it_is_made_and_told_to_everybody_afterwards(visit: Visit) -> None:
    office = visit("office")
    sent = says(name_en="Corrected name")

    check = office.post(CORRECTION, sent)
    assert "更正前確認" in check.content.decode()
    assert "Corrected name" in check.content.decode()
    assert len(history(12)) == 1
    assert office.post(CORRECTION, sent | {"step": "change"}).status_code == 200
    assert office.post(CORRECTION, sent | {"step": "confirm"}).status_code == 302

    item, old, new = (
        text_of(Client(), f"/register/12/{page}") for page in ("", "versions/1/", "versions/2/")
    )
    assert "更正紀錄 第1版登載有誤" in item
    assert "英文名稱 Space-grade active phased-array antenna technology Corrected name" in item
    assert "原因：登打錯誤" in item
    assert "依據：公告第2頁" in item
    assert "已更正 這一版登載有誤，已由第2版更正。" in old
    assert "這一版是更正" in new
    assert "version 2 stands in its place. Nothing announced changed." in text_of(
        Client(), "/en/register/12/"
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "沒有要更正的地方"),
        ({"reason": ""}, "請填寫「為什麼要更正」"),
        ({"name_zh": "別的名稱"}, "更正不能改變公告的內容"),
        ({"authority": "moea"}, "請先登錄公告的掃描檔"),
        ({"valid_from": "2025-02-30"}, "在曆法上沒有這一天"),
    ],
)
def test_what_cannot_be_corrected_is_said_on_the_form(
    visit: Visit, changes: dict[str, str], sentence: str
) -> None:
    response = visit("office").post(CORRECTION, says(**changes))

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_a_note_is_published_written_anew_and_withdrawn(visit: Visit) -> None:
    officer = visit("agency-nstc")
    note = {"topic": "軌道高度", "zh": "限低軌衛星。", "en": "Low orbits.", "source": "函一", "seen": "0"}

    assert officer.post("/register/12/notes/new/", note).status_code == 302
    assert "軌道高度 限低軌衛星。 依據：函一；國家科學及技術委員會" in text_of(Client(), "/register/12/")
    assert officer.post("/register/12/notes/new/", note | {"zh": "又一說"}).status_code == 409
    assert "限低軌衛星。" in officer.get("/register/12/notes/new/?topic=軌道高度").content.decode()
    withdrawal = {"topic": "軌道高度", "why": "法規已改", "seen": str(find_note())}
    assert officer.post("/register/12/notes/withdrawal/", withdrawal).status_code == 302

    text = text_of(Client(), "/en/register/12/")
    assert "軌道高度 Withdrawn The note was withdrawn: 法規已改" in text
    assert "Noted before (1) Low orbits." in text


def find_note() -> int:
    return newest_note(find_version(12, 1).item_id)


def test_a_scan_is_filed_and_handed_to_anybody_as_a_file(visit: Visit) -> None:
    announcer = visit("announcer")
    file = SimpleUploadedFile("公告 1.pdf", papers_factories.pdf())

    assert announcer.post("/changes/1/scan/", {"scan": file}).status_code == 302
    scan = Scan.objects.get()
    where = f"/changes/1/scans/{scan.pk}/"
    assert where in Client().get("/register/12/versions/1/").content.decode()
    assert where in Client().get("/en/changes/").content.decode()
    response = Client().get(where)
    assert (response.content, response["Content-Type"]) == (papers_factories.pdf(), "application/pdf")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_no_scan_is_refused_on_the_form(visit: Visit) -> None:
    response = visit("announcer").post("/changes/1/scan/", {"scan": SimpleUploadedFile("公告.pdf", b"words")})

    assert response.status_code == 422
    assert "公告的掃描檔請用PDF、PNG或JPEG。" in response.content.decode()


def announcing(visit: Visit) -> tuple[Client, dict[str, str]]:
    """The announcer before the last page of announcing the renaming of item 12."""
    case = factories.pre_announced_case(factories.renaming())
    set_demo_day(register.LATER)
    day = register.LATER.isoformat()
    answers = {
        "references": case.reference,
        "document_number": "示範字第1號",
        "announced_on": day,
        "effective_on": day,
    }
    return visit_again(visit, register.LATER), answers


def visit_again(visit: Visit, day: dt.date) -> Client:
    client = visit("announcer")
    set_demo_day(day)
    return client


def test_an_announcement_is_entered_with_its_number_and_its_scan_in_one_go(visit: Visit) -> None:
    client, answers = announcing(visit)
    assert "公告掃描檔（選填）" in client.post("/cases/announcement/", answers).content.decode()

    bad = client.post(
        "/cases/announcement/", answers | {"step": "confirm", "scan": SimpleUploadedFile("x.pdf", b"words")}
    )
    assert bad.status_code == 422
    assert "公告的掃描檔請用PDF、PNG或JPEG。" in bad.content.decode()
    good = SimpleUploadedFile("公告.pdf", papers_factories.pdf())
    assert client.post("/cases/announcement/", answers | {"step": "confirm", "scan": good}).status_code == 302

    assert Scan.objects.get().announcement.document_number == "示範字第1號"


def test_the_time_line_tells_every_legal_state_of_an_announced_item(visit: Visit) -> None:
    edition = register.renamed_on()
    report = Report("院總字第1號", register.LATER)
    report_to_legislature(factories.acting("announcer", register.LATER), edition, report)
    visit("public")
    set_demo_day(register.LATER)

    text = text_of(Client(), "/register/12/")
    places = [
        text.index(words)
        for words in (
            "送立法院備查",
            "公告生效：第2版（變更名稱）",
            "預告並徵求意見",
            "審議會審議通過",
            "提報關鍵技術辦公室",
            "專家審查通過",
            "盤點列為候選",
            "公告生效：第1版（新增）",
        )
    ]
    assert places == sorted(places)
    assert "文號：院總字第1號" in text


def test_nothing_is_told_of_a_case_before_it_is_announced(visit: Visit) -> None:
    factories.approved_case(factories.renaming())
    visit("public")

    text = text_of(Client(), "/register/12/")
    assert "盤點列為候選" not in text
    assert text.count("審議會審議通過") == 1


def test_a_note_of_yesterday_is_shown_with_its_authority_of_that_day(visit: Visit) -> None:
    note_scope(factories.acting("agency-nstc"), 12, Note("主題", "說明", "In English", "函"))
    visit("public")

    assert "In English By: 函; National Science and Technology Council" in text_of(
        Client(), "/en/register/12/"
    )
