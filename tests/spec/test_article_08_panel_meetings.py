"""Article 8(3): how a panel meets and decides is its agency's to settle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.law import BadFacts
from coretech.law.terms import PanelMajority, PanelQuorum
from tests.spec.asking import NO, YES, articles, outcome, readings, ruling, warnings

QUORUMS = [None, *(each.value for each in PanelQuorum)]
MAJORITIES = [None, *(each.value for each in PanelMajority)]


@pytest.mark.parametrize(
    ("quorum", "in_office", "needed"),
    [
        (None, 9, 5),
        (None, 10, 5),
        ("half", 9, 5),
        ("half", 10, 5),
        ("more_than_half", 9, 5),
        ("more_than_half", 10, 6),
        ("two_thirds", 9, 6),
        ("two_thirds", 10, 7),
        ("two_thirds", 11, 8),
    ],
)
def test_the_agencys_threshold_says_how_many_must_attend(
    quorum: str | None, in_office: int, needed: int
) -> None:
    facts = {"members_in_office": in_office, "quorum": quorum}
    assert ruling("panel.quorum", present=needed, **facts).values["needed"] == needed
    assert outcome("panel.quorum", present=needed, **facts) == YES
    assert outcome("panel.quorum", present=needed - 1, **facts) == NO


@pytest.mark.parametrize(
    ("majority", "votes", "expected"),
    [
        (None, (5, 3, 0), YES),
        (None, (4, 3, 1), NO),
        (None, (4, 4, 0), NO),
        ("more_than_half", (5, 0, 3), YES),
        ("more_than_half", (4, 0, 4), NO),
        ("votes_cast", (3, 2, 3), YES),
        ("votes_cast", (3, 3, 2), NO),
        ("votes_cast", (0, 0, 8), NO),
        ("two_thirds", (6, 2, 0), YES),
        ("two_thirds", (5, 3, 0), NO),
    ],
)
def test_the_agencys_threshold_says_how_many_must_be_for_it(
    majority: str | None, votes: tuple[int, int, int], expected: str
) -> None:
    for_, against, abstain = votes
    facts = {"for_": for_, "against": against, "abstain": abstain, "majority": majority}
    assert outcome("panel.resolution", entitled_present=8, **facts) == expected


def test_with_no_rule_settled_the_councils_is_borrowed_and_the_ruling_says_so() -> None:
    quorum = {"members_in_office": 10, "present": 5}
    votes = {"entitled_present": 8, "for_": 4, "against": 3, "abstain": 1}
    for question, facts in (("panel.quorum", quorum), ("panel.resolution", votes)):
        assert articles(question, **facts) == ["8.3", "5.3"]
        assert warnings(question, **facts) == ["panel-rule-not-settled"]
    assert readings("panel.quorum", **quorum)["more-than-half"] == NO
    assert readings("panel.resolution", **votes)["votes-cast"] == YES


def test_a_settled_rule_rests_on_article_8_alone_and_leaves_no_doubt_about_its_threshold() -> None:
    quorum = {"members_in_office": 10, "present": 5, "quorum": "half"}
    votes = {"entitled_present": 8, "for_": 4, "against": 3, "abstain": 1, "majority": "more_than_half"}
    for question, facts in (("panel.quorum", quorum), ("panel.resolution", votes)):
        assert (articles(question, **facts), warnings(question, **facts)) == (["8.3"], [])
        assert not ruling(question, **facts).disputed


def test_a_recusal_upsets_the_quorum_on_the_other_readings_only() -> None:
    facts = {"members_in_office": 9, "present": 6, "recused_present": 3, "quorum": "two_thirds"}
    assert outcome("panel.quorum", **facts) == YES
    assert readings("panel.quorum", **facts) == {"recused-leave-present": NO, "recused-leave-both": NO}


def test_the_recused_weigh_like_votes_against_only_were_they_in_the_base() -> None:
    facts = {"entitled_present": 7, "recused_present": 2, "for_": 4, "against": 3, "abstain": 0}
    assert outcome("panel.resolution", **facts, majority="more_than_half") == YES
    assert readings("panel.resolution", **facts, majority="more_than_half") == {"recused-in-base": NO}
    assert readings("panel.resolution", **facts, majority="votes_cast") == {}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"members_in_office": 9, "present": 10}, "present"),
        ({"members_in_office": 9, "present": 5, "recused_present": 6}, "recused_present"),
        ({"members_in_office": 9, "present": 5, "quorum": "all"}, "quorum"),
    ],
)
def test_more_people_than_there_can_be_are_no_quorum_but_an_error(
    facts: dict[str, object], field: str
) -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("panel.quorum", **facts)
    assert refused.value.field == field


def test_more_ballots_than_voters_are_an_error() -> None:
    with pytest.raises(BadFacts) as refused:
        ruling("panel.resolution", entitled_present=7, for_=4, against=3, abstain=1)
    assert refused.value.field == "entitled_present"


@given(st.sampled_from(MAJORITIES), st.integers(0, 11), st.integers(0, 11), st.integers(0, 11))
def test_a_tie_fails_under_every_rule(majority: str | None, each: int, abstain: int, silent: int) -> None:
    facts = {"for_": each, "against": each, "abstain": abstain, "majority": majority}
    assert outcome("panel.resolution", entitled_present=2 * each + abstain + silent, **facts) == NO


@given(st.sampled_from(QUORUMS), st.integers(1, 40), st.data())
def test_one_more_attending_never_loses_a_quorum(
    quorum: str | None, in_office: int, data: st.DataObject
) -> None:
    present = data.draw(st.integers(0, in_office - 1))
    facts = {"members_in_office": in_office, "quorum": quorum}
    before = outcome("panel.quorum", present=present, **facts)
    assert outcome("panel.quorum", present=present + 1, **facts) == YES or before == NO
