"""Article 3, paragraphs 1 and 2: who sits on the council, and what they are paid."""

import pytest

from tests.spec.asking import NO, YES, articles, outcome, readings, ruling, warnings

ALL_FIVE = [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("members", "expected"), [(0, NO), (20, NO), (21, YES), (25, YES), (27, YES), (28, NO)]
)
def test_the_council_has_21_to_27_members_the_convener_among_them(members: int, expected: str) -> None:
    assert outcome("council.composition", members_in_office=members, convener_post="minister") == expected


@pytest.mark.parametrize(
    ("members", "expected"), [(20, NO), (21, NO), (22, YES), (27, YES), (28, YES), (29, NO)]
)
def test_were_the_convener_on_top_the_range_would_move_up_by_one(members: int, expected: str) -> None:
    found = readings("council.composition", members_in_office=members, convener_post="minister")
    assert found["convener-on-top"] == expected


@pytest.mark.parametrize(
    ("members", "disputed"), [(20, False), (21, True), (22, False), (27, False), (28, True)]
)
def test_the_two_countings_part_at_21_and_at_28(*, members: int, disputed: bool) -> None:
    assert (
        ruling("council.composition", members_in_office=members, convener_post="minister").disputed
        is disputed
    )


@pytest.mark.parametrize("post", ["deputy_minister", None])
def test_nobody_but_the_minister_convenes_on_any_reading(post: str | None) -> None:
    found = ruling("council.composition", members_in_office=23, convener_post=post)
    assert (found.outcome, found.disputed) == (NO, False)


def test_a_category_without_anybody_warns_and_only_blocks_where_each_is_needed() -> None:
    facts = {"members_in_office": 23, "convener_post": "minister", "categories": [1, 2, 4]}
    found = ruling("council.composition", **facts)
    assert found.outcome == YES
    assert found.values["missing_categories"] == [3, 5]
    assert warnings("council.composition", **facts) == ["category-missing"]
    assert readings("council.composition", **facts)["each-category"] == NO


def test_all_five_categories_leave_nothing_to_warn_of() -> None:
    facts = {"members_in_office": 23, "convener_post": "minister", "categories": ALL_FIVE}
    assert warnings("council.composition", **facts) == []
    assert readings("council.composition", **facts)["each-category"] == YES


def test_every_category_does_not_mend_a_wrong_number() -> None:
    found = readings(
        "council.composition", members_in_office=20, convener_post="minister", categories=ALL_FIVE
    )
    assert found["each-category"] == NO


def test_the_categories_are_not_spoken_of_where_none_are_given() -> None:
    found = ruling("council.composition", members_in_office=23, convener_post="minister")
    assert "each-category" not in {reading.id for reading in found.readings}
    assert found.warnings == ()


def test_the_reason_gives_the_figures_and_the_convener() -> None:
    reason = ruling("council.composition", members_in_office=20, convener_post="deputy_minister").reason
    assert "20" in reason.zh
    assert "21至27" in reason.zh
    assert "副主任委員" in reason.zh
    assert "outside 21 to 27" in reason.en
    assert "deputy minister" in reason.en


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("monthly_salary", NO), ("attendance_fee", YES), ("travel", YES), ("review_fee", YES)],
)
def test_members_are_unpaid_but_for_three_fees(kind: str, expected: str) -> None:
    assert outcome("council.payment", kind=kind) == expected
    assert articles("council.payment", kind=kind) == ["3.2"]


@pytest.mark.parametrize(("members", "expected"), [(0, NO), (20, NO), (21, YES), (28, YES)])
def test_below_21_the_council_should_not_act(members: int, expected: str) -> None:
    assert outcome("council.capacity", members_in_office=members) == expected


@pytest.mark.parametrize(("members", "expected"), [(0, NO), (1, YES), (20, YES), (21, YES)])
def test_on_the_other_reading_whoever_is_in_office_may_act(members: int, expected: str) -> None:
    assert readings("council.capacity", members_in_office=members)["sitting-members-act"] == expected


def test_the_vacancies_to_fill_are_counted() -> None:
    assert ruling("council.capacity", members_in_office=18).values == {"minimum": 21, "vacancies": 3}
    assert ruling("council.capacity", members_in_office=25).values["vacancies"] == 0
