"""The pages of what a case would change: its technologies, amendments, going back, proposing again, the report."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.states import State
from coretech.apps.register.models import LegislatureReport
from tests import factories
from tests.factories import kinds_factories
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
LETTER = {"document_number": "院臺科字第1140000001號", "sent_on": "2025-06-02", "once": "key-1"}


def result(name: str, place: str = "") -> dict[str, str]:
    says = {"name_zh": name, "name_en": f"{name} in English", "authority": "nstc", "sector": "space"}
    says |= {"scope_zh": "", "scope_en": ""}
    return {f"{field}{place}": value for field, value in says.items()}


def split() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "split"))


def renaming() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))


def seen(case: Case) -> dict[str, str]:
    case.refresh_from_db()
    return {"seen": str(case.lock), "once": "key-1"}


def test_a_case_that_has_not_named_its_results_says_so_in_both_languages(visit: Visit) -> None:
    case, client = split(), visit("agency-nstc")

    assert "分拆案須指明分拆後的項目，至少2項。" in text_of(client, f"/cases/{case.reference}/")
    assert "A split names at least two items" in text_of(client, f"/en/cases/{case.reference}/")


def test_the_results_of_a_split_are_named_on_one_page(visit: Visit) -> None:
    case, client = split(), visit("agency-nstc")
    page = f"/cases/{case.reference}/technologies/"
    assert "分拆後第2項" in text_of(client, page)
    assert "Result 2" in text_of(client, f"/en{page}")
    first, second = kinds_factories.SPLIT_NAMES
    empty = dict.fromkeys((*result("", "_3"), *result("", "_4")), "")

    answer = client.post(page, seen(case) | result(first, "_1") | result(second, "_2") | empty)

    assert answer.headers["Location"] == f"/cases/{case.reference}/"
    assert tuple(row.name_zh for row in results_of(case)) == kinds_factories.SPLIT_NAMES
    assert second in text_of(client, f"/cases/{case.reference}/")


def test_a_result_without_an_english_name_is_sent_back_and_kept(visit: Visit) -> None:
    case = split()
    first, second = kinds_factories.SPLIT_NAMES
    sent = seen(case) | result(first, "_1") | result(second, "_2") | {"name_en_2": ""}

    answer = visit("agency-nstc").post(f"/cases/{case.reference}/technologies/", sent)

    assert answer.status_code == 422
    assert "請填寫「英文名稱」" in words_of(answer.content)
    assert second in answer.text


def test_a_merger_chooses_from_the_list(visit: Visit) -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "merge", name_zh="合一"))
    client, page = visit("agency-nstc"), f"/cases/{case.reference}/technologies/"
    assert "與清單哪些項目合併？" in text_of(client, page)
    assert "Which other items of the list" in text_of(client, f"/en{page}")

    client.post(page, seen(case) | result("合一") | {"sources": [str(kinds_factories.technology(13))]})

    assert [row.technology_id for row in sources_of(case)] == [
        kinds_factories.technology(12),
        kinds_factories.technology(13),
    ]


def test_the_office_enters_an_amendment_and_the_case_shows_both(visit: Visit) -> None:
    case = kinds_factories.checked(renaming())
    kinds_factories.before_the_council(case)
    client, page = visit("office"), f"/cases/{case.reference}/amendment/"
    assert "審議中修正提案" in text_of(client, page)
    assert "Amend the proposal before the council" in text_of(client, f"/en{page}")

    answer = client.post(page, seen(case) | result("合成孔徑雷達系統技術") | {"why": "精簡名稱。"})

    shown = text_of(client, f"/cases/{case.reference}/")
    assert answer.status_code == 302
    assert "合成孔徑雷達系統技術" in shown
    assert f"修正） 名稱 {factories.NEW_NAME}" in shown[shown.index("修正前的提案") :]
    assert "已於民國114年6月2日" in text_of(client, f"/items/{case.items.get().pk}/")


def test_an_approved_case_goes_back_to_the_council(visit: Visit) -> None:
    case = kinds_factories.approved(renaming())
    client, page = visit("office"), f"/cases/{case.reference}/council-again/"
    assert "送回審議會再審" in text_of(client, page)
    assert "Bring back to the council" in text_of(client, f"/en{page}")

    client.post(page, seen(case) | {"why": "清單已變更。"})

    case.refresh_from_db()
    assert case.stands_at is State.DEFERRED


def test_a_withdrawn_case_is_proposed_again_and_both_lead_to_each_other(visit: Visit) -> None:
    case, client = renaming(), visit("agency-nstc")
    withdraw(factories.acting("agency-nstc"), case.reference, "Not yet.")
    page = f"/cases/{case.reference}/new-case/"
    assert "另立新案" in text_of(client, page)
    assert "Propose again in a new case" in text_of(client, f"/en{page}")

    answer = client.post(page, seen(case) | {"why": "有新事證。"})

    new = Case.objects.get(follows=case)
    assert answer.headers["Location"] == f"/cases/{new.reference}/"
    assert f"本案承續前案 {case.reference}" in text_of(client, f"/cases/{new.reference}/")
    assert f"本案已另立新案 {new.reference}" in text_of(client, f"/cases/{case.reference}/")


@pytest.mark.parametrize("step", ["technologies", "amendment", "council-again", "new-case"])
def test_a_step_that_is_not_due_is_shown_closed(visit: Visit, step: str) -> None:
    case = kinds_factories.checked(renaming())

    page = visit("office").get(f"/cases/{case.reference}/{step}/")

    assert page.status_code == 200
    assert "<textarea" not in page.text


def test_the_report_is_entered_once_and_stands_with_the_announcement(visit: Visit) -> None:
    client, page = visit("announcer"), "/changes/1/legislature/"
    assert "送立法院備查" in text_of(client, page)
    assert "Report to the Legislative Yuan" in text_of(client, f"/en{page}")
    assert "登錄送立法院備查" not in text_of(client, "/changes/"), "the bundled list came by no case of ours"

    answer = client.post(page, LETTER)

    assert answer.headers["Location"] == "/changes/"
    assert LegislatureReport.objects.count() == 1
    assert LETTER["document_number"] in text_of(visit("public"), "/changes/")
    assert 'href="/changes/1/legislature/"' not in client.get("/changes/").text
    assert "送立法院備查" in text_of(visit("public"), "/register/12/")


def test_a_report_before_the_effect_is_sent_back(visit: Visit) -> None:
    answer = visit("announcer").post("/changes/1/legislature/", LETTER | {"sent_on": "2023-12-04"})

    assert answer.status_code == 422
    assert "不得早於公告生效日" in words_of(answer.content)


@pytest.mark.parametrize("username", ["public", "agency-nstc", "member-02"])
def test_nobody_else_reports(visit: Visit, username: str) -> None:
    client = visit(username)

    assert client.get("/changes/1/legislature/").status_code == 403
    assert client.post("/changes/1/legislature/", LETTER).status_code == 403


def test_the_list_tells_a_split_in_plain_words_with_links_both_ways(visit: Visit) -> None:
    case = split()
    kinds_factories.name(case, kinds_factories.split_results())
    kinds_factories.brought_to_the_list(case)
    set_demo_day(kinds_factories.LATER)
    client = visit("public")
    set_demo_day(kinds_factories.LATER)

    ended, began = client.get("/register/12/").text, client.get("/register/23/").text
    assert "分拆為下列項目" in words_of(ended.encode())
    assert 'href="/register/23/"' in ended
    assert 'href="/register/24/"' in ended
    assert "本項由下列項目分拆而來" in words_of(began.encode())
    assert 'href="/register/12/"' in began
    assert "this item is split" in text_of(client, "/en/register/12/")
    assert 'href="/register/23/"' in client.get("/changes/").text
    assert "不在現行清單上" in words_of(ended.encode())
    assert "&lt;time" not in ended + began + client.get("/changes/").text


def test_the_list_of_the_day_before_still_shows_what_was_removed(visit: Visit) -> None:
    kinds_factories.brought_to_the_list(kinds_factories.drafted(kinds_factories.change_of(12, "removal")))
    client = visit("public")
    set_demo_day(kinds_factories.LATER)
    name = kinds_factories.newest(12).name_zh
    eve = kinds_factories.LATER - dt.timedelta(days=1)

    assert name not in text_of(client, "/register/")
    assert name in text_of(client, f"/register/?as_of={eve.isoformat()}")
    assert "廢止，不再列於清單" in text_of(client, "/register/12/")


def test_a_pre_announced_split_says_what_it_comes_to(visit: Visit) -> None:
    case = split()
    kinds_factories.name(case, kinds_factories.split_results())
    draft = kinds_factories.pre_announced(kinds_factories.approved(case)).pre_announcements.get()
    client = visit("public")

    words = text_of(client, f"/pre-announcements/{draft.pk}/")

    assert "第12項分拆" in words
    assert all(name in words for name in kinds_factories.SPLIT_NAMES)
    assert "Item 12 is split" in text_of(client, f"/en/pre-announcements/{draft.pk}/")
