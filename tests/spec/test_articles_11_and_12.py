"""Articles 11 and 12: who may be in the room, and who must step aside."""

import pytest

from coretech.law import BadFacts
from tests.spec.asking import NO, NOT_APPLICABLE, YES, articles, outcome, readings, ruling, warnings

MEETING = "2025-03-10"


@pytest.mark.parametrize("role", ["member", "convener", "stand_in", "observer", "adviser", "staff"])
@pytest.mark.parametrize(
    ("signed_on", "expected"), [("2024-01-05", YES), ("2025-03-10", YES), ("2025-03-11", NO), (None, NO)]
)
def test_everyone_has_signed_by_the_day_of_the_meeting(
    role: str, signed_on: str | None, expected: str
) -> None:
    by = None if signed_on is None else "self"
    facts = {"role": role, "nda_signed_on": signed_on, "nda_signed_by": by, "meeting_on": MEETING}
    assert outcome("meeting.admission", **facts) == expected


@pytest.mark.parametrize("by", ["other", None])
def test_nobody_signs_for_another(by: str | None) -> None:
    facts = {"role": "member", "nda_signed_on": "2025-03-01", "nda_signed_by": by, "meeting_on": MEETING}
    assert outcome("meeting.admission", **facts) == NO
    assert readings("meeting.admission", **facts) == {"members-only": NO, "any-time": NO}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("member", NO),
        ("convener", NO),
        ("stand_in", YES),
        ("observer", YES),
        ("adviser", YES),
        ("staff", YES),
    ],
)
def test_were_only_members_bound_the_others_could_come_in_unsigned(role: str, expected: str) -> None:
    facts = {"role": role, "nda_signed_on": None, "nda_signed_by": None, "meeting_on": MEETING}
    assert readings("meeting.admission", **facts) == {"members-only": expected, "any-time": NO}


def test_could_it_be_signed_at_any_time_a_late_one_would_do() -> None:
    facts = {"role": "member", "nda_signed_on": "2025-03-11", "nda_signed_by": "self", "meeting_on": MEETING}
    assert readings("meeting.admission", **facts) == {"members-only": NO, "any-time": YES}


def test_a_role_without_a_name_is_refused() -> None:
    with pytest.raises(BadFacts, match="role"):
        ruling("meeting.admission", role="", nda_signed_on=None, nda_signed_by=None, meeting_on=MEETING)


@pytest.mark.parametrize(
    ("signed_on", "for_this", "once", "each"),
    [
        ("2024-01-05", False, YES, NO),
        ("2025-03-10", True, YES, YES),
        ("2025-03-11", True, NO, NO),
    ],
)
def test_one_agreement_holds_for_all_meetings_unless_each_needs_its_own(
    *, signed_on: str, for_this: bool, once: str, each: str
) -> None:
    facts = {"nda_signed_on": signed_on, "signed_for_this_meeting": for_this, "meeting_on": MEETING}
    assert outcome("meeting.agreement", **facts) == once
    assert readings("meeting.agreement", **facts) == {"each-meeting": each}


COUNCIL = {"forum": "council", "matter": "identify"}

RELATIVES = {
    "oneself": ([], YES, "self", 0),
    "a spouse": (["spouse"], YES, "spouse", None),
    "a parent": (["parent"], YES, "blood", 1),
    "a grandchild": (["child", "child"], YES, "blood", 2),
    "a sibling": (["parent", "child"], YES, "blood", 2),
    "a nephew": (["parent", "child", "child"], NO, "blood", 3),
    "an uncle": (["parent", "parent", "child"], NO, "blood", 3),
    "a cousin": (["parent", "parent", "child", "child"], NO, "blood", 4),
    "a great-grandparent": (["parent", "parent", "parent"], NO, "blood", 3),
    "a parent-in-law": (["spouse", "parent"], YES, "affinity", 1),
    "a spouse's sibling": (["spouse", "parent", "child"], YES, "affinity", 2),
    "a spouse's sibling's spouse": (["spouse", "parent", "child", "spouse"], YES, "affinity", 2),
    "a step-parent": (["parent", "spouse"], YES, "affinity", 1),
    "a step-child": (["spouse", "child"], YES, "affinity", 1),
    "a sibling's spouse": (["parent", "child", "spouse"], YES, "affinity", 2),
    "an uncle's wife": (["parent", "parent", "child", "spouse"], NO, "affinity", 3),
    "a child's parents-in-law": (["child", "spouse", "parent"], NO, "none", None),
    "a former spouse": (["former_spouse"], NO, "none", None),
    "a former spouse's parent": (["former_spouse", "parent"], NO, "none", None),
    "a partner": (["partner"], NO, "none", None),
    "a partner's child": (["partner", "child"], NO, "none", None),
}


@pytest.mark.parametrize("who", RELATIVES)
def test_one_steps_aside_for_oneself_a_spouse_and_relatives_within_the_second_degree(who: str) -> None:
    path, expected, tie, degree = RELATIVES[who]
    found = ruling("recusal.required", kinship=path, **COUNCIL)
    assert found.outcome == expected
    assert found.values == {"degree": degree, "tie": tie}
    assert articles("recusal.required", kinship=path, **COUNCIL) == ["12"]


@pytest.mark.parametrize("who", RELATIVES)
def test_were_relatives_only_those_by_blood_in_laws_would_not_count(who: str) -> None:
    path, expected, tie, _ = RELATIVES[who]
    found = readings("recusal.required", kinship=path, **COUNCIL)
    assert found["blood-only"] == (NO if tie == "affinity" else expected)


@pytest.mark.parametrize("who", RELATIVES)
def test_one_steps_aside_for_whoever_shares_the_household(who: str) -> None:
    path, _, tie, _ = RELATIVES[who]
    facts = {"kinship": path, "cohabiting": True, **COUNCIL}
    assert outcome("recusal.required", **facts) == YES
    assert readings("recusal.required", **facts)["blood-only"] == YES
    assert readings("recusal.required", **facts)["relatives-only"] == (NO if tie == "none" else YES)


@pytest.mark.parametrize(
    ("forum", "matter", "narrow"),
    [
        ("council", "identify", YES),
        ("council", "change", NO),
        ("panel", "identify", NO),
        ("panel", "change", NO),
    ],
)
def test_reviews_and_changes_count_unless_only_identification_does(
    forum: str, matter: str, narrow: str
) -> None:
    facts = {"kinship": ["child"], "forum": forum, "matter": matter}
    assert outcome("recusal.required", **facts) == YES
    assert readings("recusal.required", **facts)["identification-only"] == narrow


def test_without_a_ground_no_reading_asks_one_to_step_aside() -> None:
    found = ruling("recusal.required", kinship=["parent", "child", "child"], **COUNCIL)
    assert {reading.outcome for reading in found.readings} == {NO}
    assert not found.disputed


def test_a_path_that_names_nobody_warns() -> None:
    assert warnings("recusal.required", kinship=["child", "parent"], **COUNCIL) == ["kinship-path-unclear"]
    assert warnings("recusal.required", kinship=["parent", "child"], **COUNCIL) == []


def test_the_reason_names_the_relative_and_the_degree() -> None:
    reason = ruling("recusal.required", kinship=["spouse", "parent", "child"], **COUNCIL).reason
    assert "配偶的父母的子女" in reason.zh
    assert "姻親2親等" in reason.zh
    assert "spouse's parent's child" in reason.en
    assert "affinity in degree 2" in reason.en


@pytest.mark.parametrize(
    ("knows", "recused", "ground", "expected"),
    [
        (True, False, True, YES),
        (False, False, True, NO),
        (True, True, True, NO),
        (True, False, False, NO),
    ],
)
def test_the_chair_orders_it_when_it_is_known_and_not_done(
    *, knows: bool, recused: bool, ground: bool, expected: str
) -> None:
    facts = {"chair_knows": knows, "member_recused": recused, "ground_exists": ground}
    assert outcome("recusal.order", **facts) == expected


@pytest.mark.parametrize(
    ("source", "benefit", "expected", "employer"),
    [
        ("person", True, YES, YES),
        ("person", False, NO, NO),
        ("employer", True, YES, YES),
        ("employer", False, NO, YES),
        ("shares", False, NO, YES),
        ("represented_body", False, NO, NO),
    ],
)
def test_the_benefit_must_be_a_persons_unless_an_employers_counts(
    *, source: str, benefit: bool, expected: str, employer: str
) -> None:
    facts = {"source": source, "personal_benefit": benefit}
    assert outcome("recusal.interest", **facts) == expected
    assert readings("recusal.interest", **facts) == {"employer-counts": employer}


def test_nobody_orders_the_chair_unless_the_members_decide() -> None:
    assert outcome("recusal.chair", ground_exists=True, chair_recused=False) == NO
    assert readings("recusal.chair", ground_exists=True, chair_recused=False) == {"members-decide": YES}
    assert outcome("recusal.chair", ground_exists=True, chair_recused=True) == NOT_APPLICABLE
    assert outcome("recusal.chair", ground_exists=False, chair_recused=False) == NOT_APPLICABLE


@pytest.mark.parametrize(
    ("own", "member", "expected", "seat"),
    [(True, False, YES, YES), (False, True, NO, YES), (False, False, NO, NO)],
)
def test_a_stand_ins_own_ground_counts_unless_recusal_follows_the_seat(
    *, own: bool, member: bool, expected: str, seat: str
) -> None:
    facts = {"stand_in_ground": own, "member_ground": member}
    assert outcome("stand_in.recusal", **facts) == expected
    assert readings("stand_in.recusal", **facts) == {"follows-the-seat": seat}
