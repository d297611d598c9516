"""The pages of portfolios: upload, columns, progress, the queues by button and key, and what follows."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.inventory.models import (
    Candidate,
    Find,
    FindJudgement,
    Portfolio,
    PortfolioReader,
    Readiness,
    TermModel,
    TrainingLeave,
)
from coretech.apps.inventory.operations.learn_terms import learn_terms
from coretech.jobs.portfolios import screen_waiting
from tests import factories
from tests.factories import finds_factories as finds
from tests.factories import inventory_factories as inventory
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
ALL = "/inventory/portfolios/"


def page(portfolio: Portfolio, step: str = "") -> str:
    return f"{ALL}{portfolio.pk}/{step}"


def find_page(find: Find, step: str = "") -> str:
    return f"/inventory/finds/{find.pk}/{step}"


def test_a_portfolio_is_uploaded_mapped_screened_and_judged(visit: Visit) -> None:
    officer = visit("agency-nstc")
    assert "上傳計畫組合" in text_of(officer, ALL)
    raw = finds.file_of((*finds.PROJECTS, ("", "沒有編號", "", "")))
    file = SimpleUploadedFile("projects.csv", raw)
    sent = officer.post(f"{ALL}new/", {"agency": "nstc", "title": "113年度計畫", "file": file, "once": "1"})
    portfolio = Portfolio.objects.get()
    assert (sent.status_code, sent.headers["Location"]) == (302, page(portfolio, "columns/"))

    columns = {
        name: finds.COLUMNS.get(name, "") for name in ("id", "title", "abstract", "agency", "year", "budget")
    }
    assert "各欄的內容是什麼？" in text_of(officer, page(portfolio, "columns/"))
    looked = words_of(officer.post(page(portfolio, "columns/"), columns).content)
    assert "將讀入5件計畫" in looked
    assert "1列有誤" in looked
    assert portfolio.finds.count() == 0
    officer.post(page(portfolio, "columns/"), columns | {"step": "confirm", "once": "2"})
    assert "已比對0／5件" in text_of(officer, page(portfolio))
    assert screen_waiting() == 1

    shown = text_of(officer, page(portfolio))
    assert "已比對5／5件" in shown
    assert "門檻以上，逐筆判斷" in shown
    first = officer.get(page(portfolio, "queues/first/"))
    assert first.status_code == 302
    beside = text_of(officer, first.headers["Location"])
    assert "分數接近門檻" in beside
    find = Find.objects.get(pk=int(first.headers["Location"].split("/")[3]))
    judged = officer.post(
        find_page(find), {"queue": "first", "verdict": "accepted", "item": find.item, "once": "3"}
    )
    assert judged.headers["Location"] == page(portfolio, "queues/first/")
    assert FindJudgement.objects.get().verdict == "accepted"
    undone = officer.post(find_page(find), {"queue": "first", "verdict": "undone", "once": "4"})
    assert undone.headers["Location"].startswith(find_page(find))
    assert FindJudgement.objects.count() == 2


def test_a_mapping_is_remembered_for_the_agency_s_next_file(visit: Visit) -> None:
    finds.taken()
    later = finds.uploaded(raw=finds.file_of(finds.PROJECTS[:2]))

    content = visit("agency-nstc").get(page(later, "columns/")).content.decode()

    assert '<option value="摘要" selected>' in content


def test_a_find_shows_what_carried_its_score_in_both_languages(visit: Visit) -> None:
    find = finds.best_of(finds.screened())
    client = visit("agency-nstc")

    response = client.get(find_page(find)).content.decode()
    assert "<mark>" in response
    assert 'data-key="y"' in response
    english = text_of(client, f"/en{find_page(find)}")
    assert "Carried by:" in english
    assert "Work by the single keys shown" in english


def test_setting_aside_without_a_reason_asks_for_one(visit: Visit) -> None:
    find = finds.best_of(finds.screened())

    response = visit("agency-nstc").post(find_page(find), {"verdict": "set_aside", "reason": "else"})

    assert response.status_code == 422
    assert "請說明不列入的理由" in words_of(response.content)


def test_a_button_that_says_why_sets_a_find_aside(visit: Visit) -> None:
    find = finds.best_of(finds.screened())

    visit("agency-nstc").post(find_page(find), {"queue": "first", "reason": "generic", "once": "1"})

    judged = FindJudgement.objects.get()
    assert (judged.verdict, judged.reason) == ("set_aside", "generic")


def test_the_keys_are_told_on_the_page_and_to_screen_readers(visit: Visit) -> None:
    find = finds.best_of(finds.screened())

    content = visit("agency-nstc").get(find_page(find)).content.decode()

    told = set(re.findall(r'aria-keyshortcuts="([^"]+)"', content))
    assert {"y", "u", "n", "1", "6", "?"} <= told == set(re.findall(r'data-key="([^"]+)"', content))
    assert "有哪些按鍵？" in content


def test_a_screening_that_is_done_asks_the_page_to_show_what_waits(visit: Visit) -> None:
    portfolio, officer = finds.taken(), visit("agency-nstc")
    polled = {"HX-Request": "true"}
    assert "HX-Refresh" not in officer.get(page(portfolio), headers=polled).headers

    screen_waiting()

    assert officer.get(page(portfolio), headers=polled).headers["HX-Refresh"] == "true"


def test_a_file_saved_as_big5_is_read_and_a_cell_nobody_can_read_loses_no_project(visit: Visit) -> None:
    raw = finds.file_of((*finds.PROJECTS, ("P-9", "年度不明之計畫", "", "不明"))).decode().encode("big5")
    portfolio, officer = finds.uploaded(raw=raw), visit("agency-nstc")
    columns = {
        name: finds.COLUMNS.get(name, "") for name in ("id", "title", "abstract", "agency", "year", "budget")
    }

    looked = words_of(officer.post(page(portfolio, "columns/"), columns).content)

    assert "將讀入6件計畫" in looked
    assert "另有1格無法解讀" in looked
    assert "讀入這一列，不採用這一格" in looked


def test_a_portfolio_is_screened_again_after_a_look_at_what_is_new(visit: Visit) -> None:
    portfolio, officer = finds.screened(), visit("agency-nstc")
    finds.accept(finds.best_of(portfolio))
    assert "重新比對不會有不同的結果" in text_of(officer, page(portfolio, "again/"))
    learn_terms(factories.acting(finds.OFFICER), "nstc")
    assert "這次比對以後，清單、詞彙或比對方式有更新" in text_of(officer, page(portfolio))
    assert "none → version 1" in text_of(officer, f"/en{page(portfolio, 'again/')}")

    officer.post(page(portfolio, "again/"), {"foreign": "no", "once": "1"})
    screen_waiting()

    later = Portfolio.objects.get(origin=portfolio)
    shown = text_of(officer, page(later))
    assert "第2次比對" in shown
    assert "與前次比對相同的" in shown
    assert "歷次比對" in shown
    former = text_of(officer, page(portfolio))
    assert "到第2次比對" in former
    assert "門檻以上，逐筆判斷" not in former
    beside = text_of(officer, find_page(finds.best_of(later)))
    assert "第1次比對：" in beside
    assert "目前的判斷：列入" in beside
    assert "請到最新一次比對辦理" in text_of(officer, find_page(finds.best_of(portfolio)))


def test_the_portfolio_s_page_tells_agreement_and_what_is_left(visit: Visit) -> None:
    portfolio = finds.screened()
    for find in portfolio.finds.all():
        finds.set_aside(find)

    chinese = text_of(visit("agency-nstc"), page(portfolio))
    assert "還沒有複審" in chinese
    assert "估計0件" in chinese
    english = text_of(visit("agency-nstc"), f"/en{page(portfolio)}")
    assert "The 95% interval is 0 to 0" in english
    assert "Nothing waits for you here." in text_of(
        visit("agency-nstc"), f"/en{page(portfolio, 'queues/first/')}"
    )


def test_an_accepted_find_is_assessed_and_becomes_a_candidate(visit: Visit) -> None:
    find = finds.best_of(finds.screened())
    finds.accept(find)
    officer = visit("agency-nstc")
    assert officer.get(find_page(find, "candidate/")).status_code == 200

    officer.post(find_page(find, "readiness/"), {"level": "5", "evidence": "展示報告", "once": "1"})
    assert Readiness.objects.get().level == 5
    filled = officer.get(find_page(find, "candidate/")).content.decode()
    assert "P-00" in filled
    answers = {
        "name_zh": "衛星操控技術",
        "name_en": "Satellite operation",
        "sector": "space",
        "why": "盤點所見",
    }
    officer.post(find_page(find, "candidate/"), answers | {"once": "2"})

    candidate = Candidate.objects.get()
    assert (candidate.kind, candidate.aspect) == ("change", "scope")
    assert "已登錄" in text_of(officer, page(find.portfolio))


def test_several_accepted_finds_are_ticked_named_checked_and_made_one_candidate(visit: Visit) -> None:
    portfolio, officer = finds.screened(), visit("agency-nstc")
    several = [str(find.pk) for find in finds.accepted_alike(portfolio)]
    step = page(portfolio, "candidate/")
    assert "將數件計畫合為一項候選項目" in text_of(officer, page(portfolio))
    assert "Which projects make one candidate?" in text_of(officer, f"/en{step}")
    assert officer.post(step, {"step": "name"}).status_code == 422

    named = officer.post(step, {"step": "name", "finds": several})
    assert "由2件計畫" in words_of(named.content)
    answers = {"finds": several, "name_zh": "衛星操控技術", "name_en": "Satellites", "sector": "space"}
    assert officer.post(step, answers | {"step": "check", "why": ""}).status_code == 422
    answers["why"] = "盤點所見"
    checked = words_of(officer.post(step, answers | {"step": "check"}).content)
    assert {each in checked for each in ("變更清單項目的範疇", "共2件", "盤點所見")} == {True}
    assert "盤點所見" in officer.post(step, answers | {"step": "again"}).content.decode()
    assert officer.post(step, answers | {"step": "tick"}).content.decode().count(" checked") == 2
    assert not Candidate.objects.exists()

    officer.post(step, answers | {"step": "confirm", "once": "1"})

    assert Candidate.objects.get().finds.count() == 2
    assert "2件合為一項" in text_of(officer, page(portfolio))
    assert "目前沒有列入而尚未轉為候選項目的計畫" in text_of(officer, step)


def test_a_confidential_portfolio_names_its_readers_and_asks_leave_to_learn(visit: Visit) -> None:
    portfolio = finds.screened(confidential=True)
    officer, panelist = visit("agency-nstc"), visit(finds.PANELIST)
    assert panelist.get(page(portfolio)).status_code == 404
    person = factories.acting(finds.PANELIST).person_id

    officer.post(page(portfolio, "readers/"), {"person": person, "once": "1"})
    officer.post(page(portfolio, "training/"), {"allowed": "yes", "why": "示範-1", "once": "2"})

    assert PortfolioReader.objects.get().person_id == person
    assert TrainingLeave.objects.get().allowed
    assert panelist.get(page(portfolio)).status_code == 200
    assert "示範-1" in text_of(officer, page(portfolio))
    assert "示範-1" not in text_of(panelist, page(portfolio))


def test_learned_terms_are_shown_by_item_and_version(visit: Visit) -> None:
    accepted = finds.best_of(finds.screened())
    finds.accept(accepted)
    officer = visit("agency-nstc")
    terms = "/inventory/agencies/nstc/terms/"
    assert "還沒有任何版本" in text_of(officer, terms)

    officer.post(terms, {"once": "1"})

    assert TermModel.objects.get().number == 1
    assert "第1版" in text_of(officer, terms)
    later = finds.screened().finds.get(row__place=accepted.row.place)
    assert "學習的詞彙：" in text_of(officer, find_page(later))
    assert officer.get(f"{terms}?version=9").status_code == 404


def test_a_screening_is_held_and_goes_on(visit: Visit) -> None:
    portfolio, officer = finds.taken(), visit("agency-nstc")

    officer.post(page(portfolio, "hold/"), {"hold": "yes", "once": "1"})
    assert (screen_waiting(), Portfolio.objects.get().state) == (0, "held")
    assert "繼續比對" in text_of(officer, page(portfolio))
    officer.post(page(portfolio, "hold/"), {"hold": "no", "once": "2"})

    assert screen_waiting() == 1


@pytest.mark.parametrize("username", ["public", "office", "member-02"])
def test_nobody_else_sees_portfolios_or_finds(visit: Visit, username: str) -> None:
    portfolio = finds.screened()
    client, find = visit(username), finds.best_of(portfolio)

    pages = (ALL, f"{ALL}new/", page(portfolio), page(portfolio, "columns/"), find_page(find))
    assert {client.get(each).status_code for each in pages} == {403}


def test_a_round_s_report_is_offered_the_numbers_screened(visit: Visit) -> None:
    made = inventory.reviewed()
    finds.screened()

    shown = text_of(visit("agency-nstc"), f"/inventory/rounds/{made.pk}/report/")

    assert "共5件計畫" in shown
