"""My work: what waits for each of the cast."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.submit import submit
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from tests import factories
from tests.factories import duties_factories as busy
from tests.factories import minutes_factories as held
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
NEXT_DAY = factories.DAY + dt.timedelta(days=1)


def submitted_case() -> Case:
    case = factories.reviewed_case(factories.renaming())
    submit(factories.acting("agency-nstc"), case.reference)
    return case


def test_whoever_has_nothing_to_do_is_told_so_in_both_languages(visit: Visit) -> None:
    client = visit("announcer")

    assert "今天沒有等您辦理的事項" in text_of(client, "/work/")
    assert "Nothing waits for you today" in text_of(client, "/en/work/")


def test_whoever_is_not_signed_in_is_asked_to_sign_in(visit: Visit) -> None:
    answer = visit("public").get("/work/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/login/")


def test_the_office_finds_a_submission_to_check(visit: Visit) -> None:
    case = submitted_case()

    page = visit("office").get("/work/")

    assert f'href="/cases/{case.reference}/check/"' in page.text
    assert f"查核完成：{factories.NEW_NAME}" in page.text


def test_the_dossier_of_an_agency_is_the_work_of_its_officer_alone(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())
    link = f'href="/cases/{case.reference}/dossier/"'

    assert link in visit("agency-nstc").get("/work/").text
    assert link not in visit("office").get("/work/").text
    assert link not in visit("agency-moea").get("/work/").text


def test_a_submission_is_not_the_work_of_the_agency_that_sent_it(visit: Visit) -> None:
    case = submitted_case()

    assert case.reference not in visit("agency-nstc").get("/work/").text


def test_the_office_finds_how_many_comments_wait(visit: Visit) -> None:
    draft = factories.pre_announced_case(factories.renaming()).pre_announcements.get()
    for words in ("one", "two"):
        comment(factories.acting("public"), draft.pk, words)

    assert "回覆2則公眾意見" in visit("office").get("/work/").text
    assert "公眾意見" not in visit("member-02").get("/work/").text


def test_the_announcer_finds_a_case_once_its_comments_are_over(visit: Visit) -> None:
    case = factories.pre_announced_case(factories.renaming(), days=0)
    link = f"/cases/announcement/?case={case.reference}"
    assert link not in visit("announcer").get("/work/").text

    set_demo_day(NEXT_DAY)

    assert link in visit("announcer").get("/work/").text


def test_a_member_who_has_not_signed_is_asked_to(visit: Visit) -> None:
    assert "Sign the non-disclosure agreement" in text_of(visit("member-07"), "/en/work/")
    assert "Sign the non-disclosure agreement" not in text_of(visit("member-02"), "/en/work/")


def test_a_member_is_asked_to_declare_and_then_to_vote_before_anything_else(visit: Visit) -> None:
    factories.sign_for("member-07")
    meeting = factories.called_meeting()
    first = factories.listed_item(factories.checked_case(factories.renaming()), meeting)
    second = factories.listed_item(factories.checked_case(factories.addition()), meeting)
    client = visit("member-02")
    assert f'href="/items/{first.pk}/declare/"' in client.get("/work/").text
    office, members = factories.acting("office"), factories.attend(meeting, 13)
    open_meeting(office, meeting.pk)
    factories.declare_none(second, members)

    open_vote(office, second.pk)

    page = client.get("/work/").text
    assert page.index(f'href="/items/{second.pk}/vote/"') < page.index(f'href="/items/{first.pk}/declare/"')


def test_meetings_to_come_are_shown_to_those_who_may_know_of_them(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert f'href="/meetings/{meeting.pk}/"' in visit("member-02").get("/work/").text
    assert f'href="/meetings/{meeting.pk}/"' not in visit("agency-nstc").get("/work/").text


def test_what_is_late_or_due_within_a_week_comes_first_then_the_coming_days_then_the_rest(
    visit: Visit,
) -> None:
    busy.busy()
    client = visit("agency-nstc")

    page = text_of(client, "/work/")

    heads = ["現在請處理", "徵詢意見期限", "接下來的期限", "請求或通知待答覆", "其他等您辦理", "尚未指定盤點"]
    places = [page.index(head) for head in heads]
    assert places == sorted(places)
    set_demo_day(busy.days(8))
    assert "逾期" in text_of(client, "/work/").split("接下來的期限")[0]
    assert "Needs you now" in text_of(client, "/en/work/")


def test_a_task_and_its_deadline_are_one_line_that_tells_the_day(visit: Visit) -> None:
    meeting = factories.called_meeting(busy.days(3))

    page = visit("member-02").get("/work/").text

    assert page.count(f'href="/meetings/{meeting.pk}/reply/"') == 1
    assert "期限民國114年6月5日" in page


def test_more_than_a_few_pressing_things_go_on_among_the_coming(visit: Visit) -> None:
    for number in range(9):
        factories.called_meeting(busy.days(number % 7))

    page = visit("member-02").get("/work/").text

    first, rest = page.split("接下來的期限")
    assert first.count("回覆開會通知") == 7
    assert rest.count("回覆開會通知") == 2


def test_the_minutes_wait_for_those_who_attended(visit: Visit) -> None:
    minutes = held.circulated()

    assert f'href="/meetings/{minutes.meeting_id}/minutes/reply/"' in visit("member-02").get("/work/").text
    assert "會議紀錄" not in text_of(visit("agency-moea"), "/work/")


def test_the_work_page_leads_to_all_deadlines_where_there_is_a_calendar(visit: Visit) -> None:
    assert 'href="/duties/"' in visit("office").get("/work/").text
    assert 'href="/en/duties/"' in visit("announcer").get("/en/work/").text
