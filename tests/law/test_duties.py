"""Which duties are met, due or missed, for whom, by which article."""

from datetime import date

import pytest

from coretech.law.duties import (
    TITLES,
    Body,
    Books,
    Council,
    Duty,
    Inventory,
    Item,
    Meeting,
    duties,
    duties_of,
)
from coretech.law.facts import BadFacts
from coretech.law.provisions import provisions
from coretech.law.terms import BodyKind, Post

IN_THE_YEAR, AFTER_IT = date(2025, 11, 1), date(2026, 1, 1)
AGENCY = Body(id="nstc", kind=BodyKind.FUNDING_AGENCY, dedicated_unit=True)


def stand(books: Books, today: date = IN_THE_YEAR, year: int = 2025) -> dict[tuple[str, str], str]:
    return {(duty.holder, duty.id): duty.status.value for duty in duties(books, today, year=year)}


def the(name: str, books: Books, today: date = IN_THE_YEAR) -> Duty:
    return next(duty for duty in duties(books, today, year=2025) if duty.id == name)


def test_a_yearly_duty_is_due_until_the_year_is_over_and_missed_after() -> None:
    assert stand(Books())["council", "council-meeting"] == "due"
    assert stand(Books(), date(2025, 12, 31))["council", "council-meeting"] == "due"
    assert stand(Books(), AFTER_IT)["council", "council-meeting"] == "missed"


def test_a_regular_meeting_meets_the_duty_an_extraordinary_one_does_not() -> None:
    regular = Books(meetings=(Meeting(body="council", on=date(2025, 3, 1)),))
    extra = Books(meetings=(Meeting(body="council", on=date(2025, 3, 1), extraordinary=True),))
    assert stand(regular)["council", "council-meeting"] == "met"
    assert stand(extra, AFTER_IT)["council", "council-meeting"] == "missed"
    assert the("council-meeting", extra).ruling.disputed


def test_what_lies_after_today_does_not_count_yet() -> None:
    books = Books(
        bodies=(AGENCY,),
        meetings=(Meeting(body="council", on=date(2025, 12, 1)),),
        items=(
            Item(
                id="7", authority="nstc", in_force_since=date(2023, 12, 5), reviewed_on=(date(2025, 12, 1),)
            ),
        ),
    )
    assert stand(books)["council", "council-meeting"] == "due"
    assert stand(books)["nstc", "annual-review"] == "due"
    assert stand(books, AFTER_IT)["nstc", "annual-review"] == "met"


def test_a_panels_meeting_is_its_bodys_own() -> None:
    other = Body(id="moda", kind=BodyKind.FUNDING_AGENCY)
    books = Books(bodies=(AGENCY, other), meetings=(Meeting(body="nstc", on=date(2025, 3, 1)),))
    assert stand(books)["nstc", "panel-meeting"] == "met"
    assert stand(books)["moda", "panel-meeting"] == "due"
    assert the("panel-meeting", books).ruling.cited == "8.3"


@pytest.mark.parametrize(("panel", "expected"), [(True, {"panel-meeting"}), (False, set())])
def test_another_body_owes_only_its_panels_meeting_if_it_has_one(*, panel: bool, expected: set[str]) -> None:
    books = Books(bodies=(Body(id="x", kind=BodyKind.OTHER, panel=panel),))
    assert {name for holder, name in stand(books) if holder == "x"} == expected


def test_an_inventory_is_owed_and_once_taken_its_report() -> None:
    nothing = Books(bodies=(AGENCY,))
    assert stand(nothing)["nstc", "inventory"] == "due"
    assert ("nstc", "inventory-report") not in stand(nothing)
    taken = Books(bodies=(AGENCY,), inventories=(Inventory(body="nstc", year=2025, candidates=2),))
    assert stand(taken)["nstc", "inventory"] == "met"
    assert stand(taken)["nstc", "inventory-report"] == "due"


def test_every_inventory_of_the_year_is_reviewed_and_reported() -> None:
    done = Inventory(body="nstc", year=2025, candidates=0, panel_review=True, reported_via_office=True)
    half = Inventory(body="nstc", year=2025, candidates=1, panel_review=True)
    assert stand(Books(bodies=(AGENCY,), inventories=(done,)))["nstc", "inventory-report"] == "met"
    assert stand(Books(bodies=(AGENCY,), inventories=(done, half)))["nstc", "inventory-report"] == "due"


def test_a_nil_report_is_owed_by_the_explanation_only() -> None:
    nil = Inventory(body="nstc", year=2025, candidates=0)
    duty = the("inventory-report", Books(bodies=(AGENCY,), inventories=(nil,)))
    assert duty.as_dict()["level"] == {"9.1": "explanation"}


def test_each_authority_reviews_every_item_in_force_since_before_the_year() -> None:
    items = (
        Item(id="7", authority="nstc", in_force_since=date(2023, 12, 5), reviewed_on=(date(2025, 2, 1),)),
        Item(id="8", authority="nstc", in_force_since=date(2024, 12, 31)),
        Item(id="20", authority="moda", in_force_since=date(2023, 12, 5), reviewed_on=(date(2025, 6, 1),)),
        Item(id="23", authority="moea", in_force_since=date(2025, 1, 1)),
        Item(id="9", authority="mnd", in_force_since=date(2023, 12, 5), removed_on=date(2025, 6, 1)),
    )
    found = stand(Books(items=items), AFTER_IT)
    assert found["nstc", "annual-review"] == "missed"
    assert found["moda", "annual-review"] == "met"
    assert ("moea", "annual-review") not in found
    assert ("mnd", "annual-review") not in found
    assert the("annual-review", Books(items=items)).ruling.values["missing"] == ["8"]


def test_a_standing_duty_has_no_last_day_and_is_met_or_due() -> None:
    books = Books(
        council=Council(members_in_office=20, convener_post=Post.MINISTER, directors=1),
        bodies=(AGENCY, Body(id="moda", kind=BodyKind.PUBLIC_INSTITUTE)),
    )
    found = stand(books, AFTER_IT)
    assert found["council", "council-composition"] == "due"
    assert found["office", "office-director"] == "met"
    assert found["nstc", "inventory-owner"] == "met"
    assert found["moda", "inventory-owner"] == "due"
    assert the("council-composition", books).due_on is None


def test_the_year_is_todays_where_none_is_given() -> None:
    assert [duty.due_on for duty in duties(Books(), IN_THE_YEAR)] == [date(2025, 12, 31)]


def test_duties_are_told_from_plain_data() -> None:
    data = {
        "council": {"members_in_office": 25, "convener_post": "minister", "directors": 1},
        "bodies": [{"id": "nstc", "kind": "funding_agency", "dedicated_person": True}],
        "meetings": [{"body": "council", "on": "2025-03-01"}, {"body": "nstc", "on": "2025-04-01"}],
        "inventories": [
            {"body": "nstc", "year": 2025, "candidates": 1, "panel_review": True, "reported_via_office": True}
        ],
        "items": [
            {"id": "7", "authority": "nstc", "in_force_since": "2023-12-05", "reviewed_on": ["2025-05-01"]}
        ],
    }
    told = duties_of(data, today=IN_THE_YEAR)
    assert {duty.id for duty in told} == set(TITLES)
    assert {duty.status.value for duty in told} == {"met"}


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"bodys": []}, "bodys"),
        ({"bodies": {}}, "bodies"),
        ({"bodies": [3]}, "bodies[1]"),
        ({"bodies": [{"id": "a", "kind": "club"}]}, "bodies[1].kind"),
        ({"bodies": [{"id": "a", "kind": "other"}, {"id": "b"}]}, "bodies[2].kind"),
        ({"meetings": [{"body": "a", "on": "2025-01-01"}]}, "meetings[1].body"),
        ({"inventories": [{"body": "a", "year": 2025, "candidates": 0}]}, "inventories[1].body"),
        ({"inventories": [{"body": "a", "year": 2025, "candidates": -1}]}, "inventories[1].candidates"),
        ({"council": []}, "council"),
        ({"council": {"members_in_office": 1, "convener_post": None}}, "council.directors"),
        ({"items": [{"id": "7", "authority": "a", "in_force_since": "soon"}]}, "items[1].in_force_since"),
    ],
)
def test_books_that_cannot_be_are_refused_by_place(data: dict[str, object], field: str) -> None:
    with pytest.raises(BadFacts) as refused:
        duties_of(data, today=IN_THE_YEAR)
    assert refused.value.field == field


@pytest.mark.parametrize("year", [0, 10_000])
def test_a_year_outside_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(BadFacts, match="year"):
        duties(Books(), IN_THE_YEAR, year=year)


def test_every_duty_is_the_home_of_a_provision() -> None:
    homes = {
        home.removeprefix("duty:") for each in provisions() for home in each.homes if home.startswith("duty:")
    }
    assert homes == set(TITLES)
