"""Duties at their edges: the first and last day that counts, the day whose law applies, and what is told of each."""

from datetime import date
from pathlib import Path

import pytest

from coretech.law.duties import Body, Books, Council, Duty, Inventory, Item, Meeting, duties, duties_of
from coretech.law.facts import BadFacts
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.terms import BodyKind, Post
from tests.law.given import amend

TODAY, LAST_DAY = date(2025, 11, 1), date(2025, 12, 31)
BODIES = (Body(id="nstc", kind=BodyKind.FUNDING_AGENCY),)
LISTED = date(2023, 12, 5)
EVERYTHING = Books(
    council=Council(members_in_office=25, convener_post=Post.MINISTER, directors=1),
    bodies=BODIES,
    meetings=(Meeting(body="council", on=TODAY),),
    inventories=(Inventory(body="nstc", year=2025, candidates=1),),
    items=(Item(id="7", authority="nstc", in_force_since=LISTED),),
)


def the(name: str, books: Books, parameters: Parameters = ENACTED, year: int | None = None) -> Duty:
    return next(duty for duty in duties(books, TODAY, year=year, parameters=parameters) if duty.id == name)


def test_a_standing_duty_is_told_in_full() -> None:
    assert the("office-director", EVERYTHING).as_dict() == {
        "duty": "office-director",
        "title": {"zh": "置辦公室主任", "en": "have a director of the Office"},
        "for": "office",
        "status": "met",
        "due_on": None,
        "articles": ["4.2"],
        "level": {"4.2": "text"},
        "reason": {
            "zh": "關鍵技術辦公室應置主任1人，現有1人。",
            "en": "The Office is to have 1 director and has 1.",
        },
        "values": {},
        "disputed": False,
    }


def test_a_duty_of_the_year_is_told_in_full() -> None:
    held = Meeting(body="council", on=TODAY, extraordinary=True)
    assert the("council-meeting", Books(meetings=(held,))).as_dict() == {
        "duty": "council-meeting",
        "title": {"zh": "審議會每年開會", "en": "the council meets every year"},
        "for": "council",
        "status": "due",
        "due_on": "2025-12-31",
        "articles": ["5.1"],
        "level": {"5.1": "text"},
        "reason": {
            "zh": "審議會每年至少應開會1次；民國114年召開常會0次、臨時會議1次；若採「臨時會議也算」之說，則為「是」。",
            "en": "The council is to meet at least once a year; its meetings in 2025: 0 regular, 1 extraordinary; "
            "were it read that an extraordinary meeting counts as well, the answer would be yes.",
        },
        "values": {"needed": 1, "regular": 0, "extraordinary": 1},
        "disputed": True,
    }


def test_standing_duties_go_by_todays_law_and_yearly_ones_by_that_of_the_years_end() -> None:
    told = duties(EVERYTHING, TODAY)
    assert {duty.id: duty.ruling.as_of for duty in told} == {
        "council-composition": TODAY,
        "office-director": TODAY,
        "inventory-owner": TODAY,
        "council-meeting": LAST_DAY,
        "panel-meeting": LAST_DAY,
        "inventory": LAST_DAY,
        "inventory-report": LAST_DAY,
        "annual-review": LAST_DAY,
    }


@pytest.mark.parametrize(
    ("figure", "value", "duty"),
    [
        ("council.members_min", "26", "council-composition"),
        ("council.directors", "2", "office-director"),
        ("meeting.council_per_year", "2", "council-meeting"),
    ],
)
def test_an_amended_law_changes_a_duty(tmp_path: Path, figure: str, value: str, duty: str) -> None:
    amend(tmp_path, figure, value)
    assert the(duty, EVERYTHING).status == "met"
    assert the(duty, EVERYTHING, Parameters(tmp_path)).status == "due"


def test_an_amended_law_reaches_the_duties_told_from_plain_data(tmp_path: Path) -> None:
    amend(tmp_path, "meeting.council_per_year", "0")
    enacted = duties_of({}, today=TODAY)
    amended = duties_of({}, today=TODAY, parameters=Parameters(tmp_path))
    assert [duty.status.value for duty in (*enacted, *amended)] == ["due", "met"]


def test_plain_data_may_ask_for_another_year() -> None:
    assert [duty.due_on for duty in duties_of({}, today=TODAY, year=2024)] == [date(2024, 12, 31)]


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_last_year_of_the_calendar_have_their_duties(year: int) -> None:
    assert the("council-meeting", Books(), year=year).due_on == date(year, 12, 31)


@pytest.mark.parametrize("year", [0, 10_000])
def test_a_year_the_calendar_lacks_is_refused_by_its_name(year: int) -> None:
    with pytest.raises(BadFacts) as refused:
        duties(Books(), TODAY, year=year)
    assert refused.value.field == "year"
    assert refused.value.sentence.as_dict() == {
        "zh": "年份應在 1 至 9999 之間",
        "en": "the year is within 1 to 9999",
    }


def test_todays_meeting_counts_today() -> None:
    assert the("council-meeting", EVERYTHING).status == "met"


def test_todays_review_counts_today() -> None:
    item = Item(id="7", authority="nstc", in_force_since=LISTED, reviewed_on=(TODAY,))
    assert the("annual-review", Books(items=(item,))).status == "met"


def test_a_review_of_another_year_does_not_count() -> None:
    item = Item(id="7", authority="nstc", in_force_since=LISTED, reviewed_on=(date(2024, 11, 1),))
    assert the("annual-review", Books(items=(item,))).status == "due"


@pytest.mark.parametrize(("removed", "owed"), [(LAST_DAY, False), (date(2026, 1, 1), True)])
def test_an_item_is_reviewed_in_every_year_it_lasts_to_the_end_of(*, removed: date, owed: bool) -> None:
    item = Item(id="7", authority="nstc", in_force_since=LISTED, removed_on=removed)
    told = duties(Books(items=(item,)), TODAY)
    assert ("annual-review" in {duty.id for duty in told}) is owed


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (
            {"bodys": []},
            "沒有這一項；可用的是：bodies, council, inventories, items, meetings",
            "no such part; known: bodies, council, inventories, items, meetings",
        ),
        ({"bodies": {}}, "應為列表", "should be a list"),
        ({"bodies": [3]}, "應為物件 {…}", "should be an object {…}"),
        (
            {"meetings": [{"body": "moda", "on": "2025-01-01"}]},
            "moda 不在 bodies 之中",
            "moda is not among the bodies",
        ),
        (
            {"inventories": [{"body": "moda", "year": 2025, "candidates": 0}]},
            "moda 不在 bodies 之中",
            "moda is not among the bodies",
        ),
    ],
)
def test_books_that_cannot_be_are_refused_with_what_would_be_right(
    data: dict[str, object], zh: str, en: str
) -> None:
    with pytest.raises(BadFacts) as refused:
        duties_of(data, today=TODAY)
    assert (refused.value.sentence.zh, refused.value.sentence.en) == (zh, en)
