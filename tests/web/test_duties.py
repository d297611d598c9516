"""Deadlines week by week, as CSV, and the calendar by secret address."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from icalendar import Calendar

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.duties.models import CalendarFeed
from coretech.apps.duties.queries import deadlines, views_of
from tests import factories
from tests.factories import duties_factories as busy
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
PAGE, FEED = "/duties/", "/duties/calendar/"


def address_in(page: str) -> str:
    found = re.search(r"(?:/en)?/calendar/[\w-]+/deadlines\.ics", page)
    assert found is not None
    return found.group()


def make(client: Client, page: str = FEED, once: str = "a") -> str:
    return client.post(page, {"step": "make", "once": once}).text


def test_deadlines_are_told_in_both_languages_with_next_step_and_article(visit: Visit) -> None:
    client = visit("agency-nstc")

    chinese, english = text_of(client, PAGE), text_of(client, "/en/duties/")

    assert "今年尚未檢討的項目：國家科學及技術委員會，8項" in chinese
    assert "逐項檢討" in chinese
    assert "Items not reviewed this year: National Science and Technology Council, 8 items" in english
    assert "Review each item" in english
    assert 'href="/en/reviews/"' in client.get("/en/duties/").text
    assert 'href="/en/law/#article-10.1"' in client.get("/en/duties/").text


def test_the_views_are_those_the_reader_may_ask_for(visit: Visit) -> None:
    assert "view=office" in visit("office").get(PAGE).text
    assert "view=agency" in visit("agency-nstc").get(PAGE).text
    assert "view=" not in visit("member-02").get(PAGE).text
    assert visit("agency-nstc").get(f"{PAGE}?view=office").status_code == 403
    assert visit("office").get(f"{PAGE}?view=everything").status_code == 404
    assert visit("public").get(PAGE).status_code in {302, 403}


def test_a_filter_narrows_and_a_word_that_is_no_topic_is_told(visit: Visit) -> None:
    client = visit("agency-nstc")

    reviews = text_of(client, f"{PAGE}?topic=reviews")
    assert "今年尚未檢討" in reviews
    assert "今年尚未辦理盤點" not in reviews
    assert "沒有符合條件的期限" in text_of(client, f"{PAGE}?topic=requests")
    assert client.get(f"{PAGE}?topic=weather").status_code == 422


def test_overdue_comes_before_the_weeks(visit: Visit) -> None:
    busy.busy()
    set_demo_day(busy.days(8))

    page = text_of(visit("office"), f"{PAGE}?view=office")

    assert page.index("徵詢意見期限") < page.index("預告徵求意見截止") < page.rindex("未定期限")


def test_the_csv_holds_the_same_lines_in_the_same_order(visit: Visit) -> None:
    client = visit("agency-nstc")

    response = client.get("/duties/csv/?view=agency&topic=inventory")

    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["期限", "狀態", "類別", "事項"]
    assert [row[3] for row in rows[1:]] == [
        "今年尚未辦理盤點：國家科學及技術委員會",
        "尚未指定盤點專責單位或專人：國家科學及技術委員會",
    ]
    assert rows[1][0] == "2025-12-31"
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_every_deadline_leads_to_a_page(visit: Visit) -> None:
    busy.busy()
    visit("office")
    paths = {
        each.path.partition("?")[0]
        for username in busy.EVERYBODY
        for view in views_of(factories.acting(username))
        for each in deadlines(factories.acting(username), view)
    }

    assert len(paths) > 15
    assert [path for path in paths if not is_page(path)] == []


def is_page(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize(("prefix", "word"), [("", "逐項檢討"), ("/en", "Review each item")])
def test_an_address_is_shown_once_and_opens_the_calendar_to_whoever_has_it(
    visit: Visit, prefix: str, word: str
) -> None:
    client = visit("agency-nstc")
    where = address_in(make(client, f"{prefix}{FEED}"))

    assert "/deadlines.ics" not in client.get(f"{prefix}{FEED}").text
    answer = visit("public").get(where)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    wanted = [each for each in deadlines(factories.acting("agency-nstc")) if each.due_on is not None]
    assert len(events) == len(wanted) > 0
    assert word in " ".join(str(event["DESCRIPTION"]) for event in events)


def test_the_same_form_sent_twice_makes_one_address(visit: Visit) -> None:
    client = visit("agency-nstc")
    where = address_in(make(client))

    again = client.post(FEED, {"step": "make", "once": "a"}, follow=True)

    assert "網址先前已建立" in again.text
    assert visit("public").get(where).status_code == 200


def test_a_new_address_and_an_end_turn_the_old_one_off(visit: Visit) -> None:
    client, outside = visit("agency-nstc"), visit("public")
    first = address_in(make(client))
    second = address_in(make(client, once="b"))
    assert [outside.get(each).status_code for each in (first, second)] == [404, 200]

    client.post(FEED, {"step": "end", "once": "c"})

    assert outside.get(second).status_code == 404
    assert CalendarFeed.objects.count() == 0


def test_calendars_may_keep_it_an_hour_and_ask_whether_it_changed(visit: Visit) -> None:
    where, outside = address_in(make(visit("agency-nstc"))), visit("public")

    answer = outside.get(where)

    assert answer.headers["Cache-Control"] == "private, max-age=3600"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    tag = {"If-None-Match": answer.headers["ETag"]}
    assert outside.get(where, headers=tag).status_code == 304
    factories.called_meeting()
    assert outside.get(where, headers=tag).status_code == 304
    set_demo_day(busy.days(1))
    assert outside.get(where, headers=tag).status_code == 200


def test_only_a_known_step_is_taken(visit: Visit) -> None:
    assert visit("agency-nstc").post(FEED, {"step": "burn"}).status_code == 400
    assert visit("administrator").get(FEED).status_code == 403
