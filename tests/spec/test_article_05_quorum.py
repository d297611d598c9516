"""Article 5, paragraph 3, first sentence: how many must attend."""

import pytest

from coretech.law import BadFacts
from tests.spec.asking import NO, YES, outcome, readings, ruling, warnings

RECUSAL = ("recused-leave-present", "recused-leave-both", "present-recused-leave-both")


@pytest.mark.parametrize(
    ("in_office", "needed"),
    [(21, 11), (22, 11), (23, 12), (24, 12), (25, 13), (26, 13), (27, 14), (1, 1), (2, 1)],
)
def test_half_of_those_in_office_or_more_must_attend(in_office: int, needed: int) -> None:
    assert ruling("meeting.quorum", members_in_office=in_office, present=needed).values["needed"] == needed
    assert outcome("meeting.quorum", members_in_office=in_office, present=needed) == YES
    assert outcome("meeting.quorum", members_in_office=in_office, present=needed - 1) == NO


@pytest.mark.parametrize(("in_office", "present"), [(22, 11), (24, 12), (26, 13)])
def test_exactly_half_is_no_quorum_where_more_than_half_must_attend(in_office: int, present: int) -> None:
    found = readings("meeting.quorum", members_in_office=in_office, present=present)
    assert found["more-than-half"] == NO
    more = readings("meeting.quorum", members_in_office=in_office, present=present + 1)
    assert more["more-than-half"] == YES


def test_nobody_in_office_makes_no_quorum() -> None:
    found = ruling("meeting.quorum", members_in_office=0, present=0)
    assert (found.outcome, found.disputed) == (NO, False)


def test_a_recused_member_who_attends_counts_for_the_quorum_but_not_for_the_vote() -> None:
    found = ruling("meeting.quorum", members_in_office=24, present=12, recused_present=3)
    assert found.outcome == YES
    assert found.values == {"needed": 12, "attending": 12, "entitled_present": 9}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"members_in_office": 24, "present": 13, "recused_present": 2}, (NO, YES, YES)),
        ({"members_in_office": 24, "present": 11, "recused_absent": 2}, (NO, YES, NO)),
        ({"members_in_office": 25, "present": 15, "recused_present": 2}, (YES, YES, YES)),
        ({"members_in_office": 21, "present": 11, "recused_present": 11}, (NO, NO, NO)),
        ({"members_in_office": 22, "present": 11, "recused_present": 1, "recused_absent": 1}, (NO, YES, NO)),
        ({"members_in_office": 26, "present": 13, "recused_present": 1}, (NO, NO, NO)),
        ({"members_in_office": 26, "present": 13, "recused_present": 1, "recused_absent": 1}, (NO, YES, NO)),
    ],
)
def test_three_ways_to_subtract_the_recused_stand_beside_the_default(
    facts: dict[str, object], expected: tuple[str, str, str]
) -> None:
    found = readings("meeting.quorum", **facts)
    assert tuple(found[name] for name in RECUSAL) == expected


def test_an_absent_recused_member_changes_nothing_by_default() -> None:
    assert outcome("meeting.quorum", members_in_office=24, present=11, recused_absent=4) == NO
    assert outcome("meeting.quorum", members_in_office=24, present=12, recused_absent=4) == YES


def test_stand_ins_count_as_attending_unless_they_are_not_counted() -> None:
    facts = {"members_in_office": 25, "present": 11, "stand_ins": 2}
    assert ruling("meeting.quorum", **facts).values["attending"] == 13
    assert outcome("meeting.quorum", **facts) == YES
    assert readings("meeting.quorum", **facts)["stand-ins-not-counted"] == NO
    assert (
        readings("meeting.quorum", members_in_office=25, present=13, stand_ins=1)["stand-ins-not-counted"]
        == YES
    )


def test_without_stand_ins_nothing_is_said_of_them() -> None:
    assert "stand-ins-not-counted" not in readings("meeting.quorum", members_in_office=25, present=13)


def test_observers_are_not_counted() -> None:
    assert outcome("meeting.quorum", members_in_office=25, present=12, observers=40) == NO


def test_the_whole_is_those_in_office_unless_it_is_the_seats() -> None:
    facts = {"members_in_office": 23, "present": 12, "seats": 25}
    assert outcome("meeting.quorum", **facts) == YES
    assert readings("meeting.quorum", **facts)["seats"] == NO
    assert "seats" not in readings("meeting.quorum", members_in_office=23, present=12)


def test_a_council_below_its_lowest_number_warns() -> None:
    assert warnings("meeting.quorum", members_in_office=20, present=10) == ["council-below-minimum"]
    assert warnings("meeting.quorum", members_in_office=21, present=11) == []


def test_the_reason_says_how_many_are_in_office_attend_are_needed_and_are_recused() -> None:
    reason = ruling("meeting.quorum", members_in_office=24, present=12, stand_ins=1, recused_present=2).reason
    assert all(figure in reason.zh for figure in ("24人", "12人", "13人", "代表1人", "2人就本案迴避"))
    assert all(
        words in reason.en for words in ("24 members", "12 must attend", "13 attend", "2 must step aside")
    )


def test_the_reason_says_what_another_reading_would_need() -> None:
    reason = ruling("meeting.quorum", members_in_office=24, present=12).reason
    assert "過半數" in reason.zh
    assert "應有13人，現有12人" in reason.zh
    assert "12 of the 13 needed" in reason.en


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"members_in_office": 21, "present": 22}, "present"),
        ({"members_in_office": 21, "present": 21, "stand_ins": 1}, "stand_ins"),
        ({"members_in_office": 21, "present": 11, "recused_present": 12}, "recused_present"),
        ({"members_in_office": 21, "present": 11, "recused_absent": 11}, "recused_absent"),
        ({"members_in_office": 21, "present": 11, "seats": 20}, "seats"),
        ({"members_in_office": -1, "present": 0}, "members_in_office"),
    ],
)
def test_more_people_than_there_can_be_are_refused(facts: dict[str, object], field: str) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("meeting.quorum", **facts)
    assert refused.value.field == field


def test_the_most_people_there_can_be_are_accepted() -> None:
    facts = {
        "members_in_office": 21,
        "present": 10,
        "stand_ins": 2,
        "recused_present": 12,
        "recused_absent": 9,
    }
    assert outcome("meeting.quorum", **facts, seats=21) == YES
