"""The pages of the inventory's rounds: the board, a keeper, the steps from opening to the Office's word, files."""

import base64
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case
from coretech.apps.inventory.models import Candidate, Keeper, Round
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import Format
from tests.factories import inventory_factories as inventory
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
BOARD = "/inventory/rounds/"
OPENING = "/inventory/agencies/nstc/round/"
KEEPER = "/inventory/agencies/nstc/keeper/"
IMPORT = "/inventory/import/"


def page(made: Round, step: str = "") -> str:
    return f"{BOARD}{made.pk}/{step}"


def test_the_board_is_in_both_languages_for_the_office_and_for_an_agency(visit: Visit) -> None:
    inventory.keeper()
    inventory.opened()

    office = text_of(visit("office"), BOARD)
    assert "各機關盤點情形" in office
    assert "國家科學及技術委員會" in office
    assert "經濟部" in office
    english = text_of(visit("office"), f"/en{BOARD}")
    assert "Ministry of Economic Affairs" in english
    assert "Unit: 科技發展處" in english
    own = text_of(visit("agency-nstc"), BOARD)
    assert "本機關盤點情形" in own
    assert "經濟部" not in own


@pytest.mark.parametrize("username", ["public", "member-02", "announcer", "panel-nstc-02"])
def test_whoever_keeps_no_inventory_sees_no_board_no_round_and_no_import(visit: Visit, username: str) -> None:
    made = inventory.reported()
    client = visit(username)

    pages = (BOARD, page(made), page(made, "review/"), page(made, "report/"), OPENING, KEEPER, IMPORT)
    assert {client.get(each).status_code for each in pages} == {403}
    assert client.get("/inventory/sample.csv").status_code == 403


def test_another_agency_s_round_is_not_there(visit: Visit) -> None:
    made = inventory.reported()
    client = visit("agency-moea")

    assert client.get(page(made)).status_code == 404
    assert client.get(KEEPER).status_code == 404
    assert client.post(OPENING, {"due_on": "114.9.30", "scope": "x"}).status_code == 404


def test_a_nil_round_is_walked_from_the_keeper_to_the_office_s_word(visit: Visit) -> None:
    officer = visit("agency-nstc")
    named = officer.post(KEEPER, {"kind": "unit", "name": "科技發展處", "since": "114.6.2", "once": "1"})
    assert (named.status_code, Keeper.objects.get().name) == (302, "科技發展處")
    officer.post(OPENING, {"due_on": "114.9.30", "scope": inventory.SCOPE, "once": "2"})
    made = Round.objects.get()
    assert "審查會審查的是「結果為無」" in text_of(officer, page(made, "review/"))
    figures = {"held_on": "114.6.2", "present": "9", "in_favour": "8", "opinion": "同意", "once": "3"}
    assert officer.post(page(made, "review/"), figures | {"seen": made.lock}).status_code == 302

    told = text_of(officer, page(made, "report/"))
    assert "將提報盤點結果為無" in told
    assert "見於說明欄" in told or "說明" in told
    assert officer.post(page(made, "report/"), {"note": "", "once": "4"}).status_code == 422
    assert officer.post(page(made, "report/"), {"note": inventory.NOTE, "once": "5"}).status_code == 302

    office = visit("office")
    assert "已提報，盤點結果為無" in text_of(office, page(made))
    assert "待辦" not in text_of(officer, page(made))
    assert "確認收悉" in text_of(office, page(made))
    assert "確認收悉" not in text_of(officer, page(made))
    assert office.post(page(made, "acknowledgement/"), {"once": "6"}).status_code == 302
    made.refresh_from_db()
    assert made.nil
    assert made.acknowledged_at is not None


@pytest.mark.parametrize(
    ("language", "words"), [("", "盤點結果為無（依說明欄，仍應審查及提報）"), ("/en", "A nil result")]
)
def test_a_round_tells_what_the_law_asks_and_at_which_level(visit: Visit, language: str, words: str) -> None:
    made = inventory.reported()

    text = text_of(visit("office"), f"{language}{page(made)}")

    assert words in text
    assert ("第9條第1項" if not language else "explanation") in text


def test_the_panel_s_page_says_how_much_it_reviews_and_that_nothing_was_found(visit: Visit) -> None:
    made = inventory.opened()
    officer = visit("agency-nstc")
    assert "that nothing was found. Its quorum" in text_of(officer, f"/en{page(made, 'review/')}")

    inventory.found()

    assert "目前全部1項候選項目；" in text_of(officer, page(made, "review/"))
    assert "all candidates, 1 now. Its quorum" in text_of(officer, f"/en{page(made, 'review/')}")


def test_a_candidate_the_panel_has_not_seen_is_marked_and_the_report_is_closed(visit: Visit) -> None:
    made = inventory.reviewed()
    inventory.found()

    assert "待審查" in text_of(visit("agency-nstc"), page(made))
    assert "尚不能辦理" in text_of(visit("agency-nstc"), page(made, "report/"))


def test_a_step_that_is_not_the_reader_s_is_closed_with_its_reason(visit: Visit) -> None:
    made = inventory.opened()
    office = visit("office")

    for step in ("review/", "report/"):
        assert "尚不能辦理" in text_of(office, page(made, step))
    assert "尚不能辦理" in text_of(office, KEEPER)
    assert office.post(KEEPER, {"kind": "unit", "name": "x", "since": "114.6.2"}).status_code == 403


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("present", "many", "請填寫人數"),
        ("present", "-1", "人數不能是負數"),
        ("held_on", "tomorrow", "不是日期"),
        ("held_on", "114.6.3", "不得晚於今日"),
        ("in_favour", "4", "出席"),
        ("opinion", "", "請填寫「審查意見」"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(visit: Visit, field: str, value: str, words: str) -> None:
    made = inventory.opened()
    figures = {"held_on": "114.6.2", "present": "9", "in_favour": "8", "opinion": "同意"}

    answer = visit("agency-nstc").post(page(made, "review/"), figures | {field: value})

    assert answer.status_code == 422
    assert words in words_of(answer.content)
    assert not made.reviews.exists()


def test_who_was_slower_is_told_and_writes_nothing(visit: Visit) -> None:
    made = inventory.opened()
    figures = {"held_on": "114.6.2", "present": "9", "in_favour": "8", "opinion": "同意"}

    answer = visit("agency-nstc").post(page(made, "review/"), figures | {"seen": "0"})

    assert answer.status_code == 409
    assert not made.reviews.exists()


def test_earlier_rounds_are_found_by_their_words_and_other_years_are_shown(visit: Visit) -> None:
    inventory.reported()
    client = visit("office")

    assert "符合「衛星與雷達」的盤點" in text_of(client, f"{BOARD}?words=衛星與雷達")
    assert "盤點結果為無" in text_of(client, f"{BOARD}?words=衛星與雷達")
    assert client.get(f"{BOARD}?year=1850").status_code == 422


def kept_in(content: str, name: str) -> str:
    match = re.search(f'name="{name}" value="([^"]*)"', content)
    assert match is not None
    return match[1]


@pytest.mark.parametrize("form", Format)
def test_a_file_is_shown_confirmed_and_becomes_cases(visit: Visit, form: Format) -> None:
    client = visit("office")
    upload = SimpleUploadedFile(f"cases.{form}", client.get(f"/inventory/sample.{form}").content)

    shown = client.post(IMPORT, {"file": upload}).content.decode()
    assert shown.count("高精度衛星姿態控制與指向技術") == 2
    assert not Candidate.objects.exists()
    confirmed = {
        "step": "confirm",
        "seen": kept_in(shown, "seen"),
        "kept": kept_in(shown, "kept"),
        "once": "1",
    }
    answers = [client.post(IMPORT, confirmed) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert (Case.objects.count(), Act.objects.filter(kind="portfolio.imported").count()) == (8, 1)
    again = client.post(
        IMPORT, {"file": SimpleUploadedFile("cases.csv", base64.b64decode(confirmed["kept"]))}
    )
    assert "檔案內容都已登錄" in again.content.decode()


def test_a_file_with_something_to_correct_is_told_cell_by_cell_in_both_languages(visit: Visit) -> None:
    raw = write_cases([replace(sample_rows()[0], sector="alchemy")], Format.ODS)

    for language, words in (("", "第2列「H2 領域 sector」欄"), ("/en", "Line 2, column “H2 領域 sector”")):
        shown = visit("office").post(f"{language}{IMPORT}", {"file": SimpleUploadedFile("a.ods", raw)})
        assert words in words_of(shown.content)
        assert 'value="confirm"' not in shown.content.decode()


def test_a_file_that_is_no_table_is_refused_at_its_field(visit: Visit) -> None:
    answer = visit("agency-nstc").post(IMPORT, {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})

    assert answer.status_code == 422
    assert "檔案不是ODS或CSV" in words_of(answer.content)


def test_the_columns_are_told_in_both_languages(visit: Visit) -> None:
    assert "以逗號分隔" in text_of(visit("office"), IMPORT)
    assert "the dossier: description" in text_of(visit("office"), f"/en{IMPORT}")
    assert visit("office").get("/inventory/sample.xlsx").status_code == 404
