"""Article 5: who presides, who votes, who may be replaced, and what carries."""

import pytest

from coretech.law import BadFacts
from tests.spec.asking import NO, NOT_APPLICABLE, YES, outcome, readings, ruling, warnings


@pytest.mark.parametrize(
    ("entitled", "needed"), [(0, 1), (1, 1), (2, 2), (12, 7), (13, 7), (14, 8), (25, 13)]
)
def test_more_than_half_of_the_entitled_present_carry_a_resolution(entitled: int, needed: int) -> None:
    facts = {"members_in_office": 25, "entitled_present": entitled, "abstain": 0}
    assert ruling("meeting.resolution", **facts, for_=0, against=0).values == {"needed": needed}
    assert outcome("meeting.resolution", **facts, for_=max(needed - 1, 0), against=0) == NO
    if entitled:
        assert outcome("meeting.resolution", **facts, for_=needed, against=0) == YES


def test_a_tie_fails_on_both_readings() -> None:
    found = ruling(
        "meeting.resolution", members_in_office=24, entitled_present=12, for_=6, against=6, abstain=0
    )
    assert (found.outcome, found.disputed) == (NO, False)


def test_abstentions_weigh_like_votes_against_unless_only_votes_cast_count() -> None:
    facts = {"members_in_office": 27, "entitled_present": 14, "for_": 7, "against": 5, "abstain": 2}
    assert outcome("meeting.resolution", **facts) == NO
    assert readings("meeting.resolution", **facts) == {"votes-cast": YES}


def test_those_who_do_not_vote_weigh_like_abstentions() -> None:
    facts = {"members_in_office": 27, "entitled_present": 14, "for_": 7, "against": 0, "abstain": 0}
    assert outcome("meeting.resolution", **facts) == NO
    assert "未投票7" in ruling("meeting.resolution", **facts).reason.zh
    assert "7 not voting" in ruling("meeting.resolution", **facts).reason.en


@pytest.mark.parametrize(
    "facts",
    [
        {"members_in_office": 25, "entitled_present": 13, "for_": 8, "against": 6, "abstain": 0},
        {"members_in_office": 25, "entitled_present": 13, "for_": 7, "against": 6, "abstain": 1},
        {"members_in_office": 12, "entitled_present": 13, "for_": 0, "against": 0, "abstain": 0},
    ],
)
def test_more_ballots_than_voters_or_voters_than_members_are_refused(facts: dict[str, object]) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("meeting.resolution", **facts)
    assert refused.value.field == "entitled_present"


@pytest.mark.parametrize("field", ["for", "against", "abstain"])
def test_negative_votes_are_refused_by_name(field: str) -> None:
    facts = {"members_in_office": 25, "entitled_present": 13, "for": 0, "against": 0, "abstain": 0, field: -1}
    with pytest.raises(BadFacts) as refused:
        ruling("meeting.resolution", **facts)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("voter", "recused", "expected"),
    [
        ("member", False, YES),
        ("member", True, NO),
        ("convener", False, YES),
        ("convener", True, NO),
        ("stand_in", False, YES),
        ("stand_in", True, NO),
        ("observer", False, NO),
        ("observer", True, NO),
    ],
)
def test_whoever_attends_as_a_member_votes_unless_recused(
    *, voter: str, recused: bool, expected: str
) -> None:
    assert outcome("meeting.ballot", voter=voter, recused=recused) == expected


def test_only_a_stand_ins_vote_is_disputed() -> None:
    no_vote = {"stand-ins-no-vote": NO, "stand-ins-not-counted": NO}
    assert readings("meeting.ballot", voter="stand_in", recused=False) == no_vote
    assert readings("meeting.ballot", voter="member", recused=False) == {}
    assert not ruling("meeting.ballot", voter="stand_in", recused=True).disputed


@pytest.mark.parametrize("post", ["minister", "convener"])
def test_the_convener_presides(post: str) -> None:
    assert (outcome("meeting.chair", chair_post=post), warnings("meeting.chair", chair_post=post)) == (
        YES,
        [],
    )


def test_another_chair_warns_and_does_not_block() -> None:
    assert outcome("meeting.chair", chair_post="deputy_minister") == YES
    assert warnings("meeting.chair", chair_post="deputy_minister") == ["chair-is-not-convener"]


def test_a_chair_without_a_post_is_refused() -> None:
    with pytest.raises(BadFacts, match="chair_post"):
        ruling("meeting.chair", chair_post=" ")


@pytest.mark.parametrize(("convener_for", "casting"), [(True, YES), (False, NO)])
def test_the_convener_does_not_break_a_tie_without_a_casting_vote(
    *, convener_for: bool, casting: str
) -> None:
    facts = {"for_": 6, "against": 6, "convener_for": convener_for}
    assert outcome("meeting.casting_vote", **facts) == NO
    assert readings("meeting.casting_vote", **facts) == {"casting-vote": casting}


def test_without_a_tie_there_is_nothing_to_break() -> None:
    assert outcome("meeting.casting_vote", for_=7, against=6, convener_for=True) == NOT_APPLICABLE


@pytest.mark.parametrize(("category", "expected"), [(1, YES), (2, YES), (3, YES), (4, NO), (5, NO)])
def test_only_the_body_of_a_representative_may_send_a_stand_in(category: int, expected: str) -> None:
    facts = {"member_category": category, "cause": "on a mission"}
    assert outcome("stand_in.admission", **facts, designated_by="body") == expected
    assert outcome("stand_in.admission", **facts, designated_by="member") == NO


@pytest.mark.parametrize(
    ("cause", "expected"), [("ill", []), (None, ["no-cause-given"]), ("  ", ["no-cause-given"])]
)
def test_a_stand_in_without_a_cause_warns(cause: str | None, expected: list[str]) -> None:
    facts = {"member_category": 1, "cause": cause, "designated_by": "body"}
    assert outcome("stand_in.admission", **facts) == YES
    assert warnings("stand_in.admission", **facts) == expected
