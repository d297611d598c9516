"""Named votes, shows of hands, consent, notes, annulment, and the chair's word where readings differ."""

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.facts import newest_ballots
from coretech.apps.meetings.models import Attendance, Ballot, Declaration, Item
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.annul_vote import annul_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.count_hands import Hands, count_hands
from coretech.apps.meetings.operations.name_chair import name_chair
from coretech.apps.meetings.operations.note_item import note_item
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_hands import record_hands
from coretech.apps.meetings.operations.settle_reading import settle_reading
from coretech.apps.meetings.recorded import recorded_ruling
from tests import factories
from tests.apps.refusing import refused
from tests.factories.votes_factories import Listed, fresh, listed_item, open_item, tally, username

pytestmark = pytest.mark.usefixtures("stage")
CHAIR = "member-01"


def office() -> Acting:
    return factories.acting("office")


def disputed_item() -> Item:
    """Fourteen may vote: seven for, five against, two abstaining; the readings differ."""
    item, members = open_item("named", present=14)
    record_hands(office(), item.pk, dict(zip((seat.pk for seat in members), _choices(7, 5, 2), strict=True)))
    return item


def _choices(for_: int, against: int, abstain: int) -> list[str]:
    return ["for"] * for_ + ["against"] * against + ["abstain"] * abstain


def test_a_vote_is_opened_by_one_of_three_methods(listed: Listed) -> None:
    item, _ = listed

    assert refused(lambda: open_vote(office(), item.pk, "consent")).field == "method"
    assert refused(lambda: open_vote(office(), item.pk, "secret", changes=True)).field == "changes"


def test_a_vote_may_be_changed_until_the_close_where_the_chair_allows_it(listed: Listed) -> None:
    item, members = open_item("named", changes=True, listed=listed)
    by = factories.acting(username(members[1]))

    for choice in ("for", "against", "abstain"):
        cast_vote(by, item.pk, choice)

    assert newest_ballots(fresh(item)) == {members[1].pk: "abstain"}
    assert sorted(Ballot.objects.values_list("revision", flat=True)) == [1, 2, 3]


def test_a_chair_who_is_recused_does_not_open_the_vote_until_another_presides() -> None:
    item, members = listed_item(present=14)
    chair = members[0]
    Declaration.objects.create(
        item=item,
        appointment=chair,
        person=chair.person,
        interest=True,
        recused=True,
        declared_at=office().at,
    )

    refusal = refused(lambda: open_vote(office(), item.pk))
    name_chair(office(), item.meeting_id, members[1].pk, "the convener is recused", item.pk)
    open_vote(office(), item.pk)

    assert refusal.ruling is not None
    assert refusal.ruling.cited == "12"
    assert fresh(item).state == "voting"


def test_a_vote_without_a_quorum_any_more_is_not_closed(listed: Listed) -> None:
    item, members = open_item("named", listed=listed)
    cast_vote(factories.acting(username(members[1])), item.pk, "for")
    Attendance.objects.filter(appointment=members[12]).update(status="absent")

    refusal = refused(lambda: close_vote(office(), item.pk))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "meeting.quorum"


def test_a_ballot_of_somebody_recused_since_does_not_count() -> None:
    item, members = open_item("named", present=14)
    record_hands(office(), item.pk, {seat.pk: "for" for seat in members})
    late = members[3]
    Declaration.objects.create(
        item=item, appointment=late, person=late.person, interest=True, recused=True, declared_at=office().at
    )

    close_vote(office(), item.pk)

    assert tally(item) == {"for": 13, "against": 0, "abstain": 0}
    assert recorded_ruling(fresh(item).resolution or {}).values["needed"] == 7


def test_hands_are_corrected_until_the_close_in_a_show_of_hands_only(listed: Listed) -> None:
    item, members = open_item("hands", listed=listed)
    record_hands(office(), item.pk, {members[0].pk: "for"})
    record_hands(office(), item.pk, {members[0].pk: "against"})

    assert newest_ballots(fresh(item)) == {members[0].pk: "against"}
    assert "舉手" in refused(lambda: cast_vote(factories.acting(CHAIR), item.pk, "for")).sentence.zh


def test_a_count_of_hands_stays_sealed_until_the_close(listed: Listed) -> None:
    item, _ = open_item("hands", listed=listed)

    count_hands(office(), item.pk, Hands(9, 3, 1))
    assert fresh(item).tally is None
    close_vote(office(), item.pk)

    assert tally(item) == {"for": 9, "against": 3, "abstain": 1}


@pytest.mark.parametrize(
    ("hands", "field"),
    [
        (Hands(14, 0, 0), "in_favour"),
        (Hands(8, 5, 1), "in_favour"),
        (Hands(0, 0, 0), "in_favour"),
        (Hands(-1, 5, 1), "in_favour"),
        (Hands(3, -5, 1), "against"),
    ],
)
def test_more_hands_than_voters_or_fewer_than_none_are_refused(
    hands: Hands, field: str, listed: Listed
) -> None:
    item, _ = open_item("hands", listed=listed)

    assert refused(lambda: count_hands(office(), item.pk, hands)).field == field


def test_hands_are_counted_again_where_somebody_left_or_stepped_aside_since() -> None:
    item, members = open_item("hands", present=14)
    count_hands(office(), item.pk, Hands(9, 3, 1))
    Attendance.objects.filter(appointment=members[13]).update(status="absent")

    assert "重新點票" in refused(lambda: close_vote(office(), item.pk)).sentence.zh
    count_hands(office(), item.pk, Hands(8, 3, 1))
    close_vote(office(), item.pk)

    assert tally(item)["for"] == 8


def test_hands_are_entered_one_by_one_or_as_a_count_and_not_both(listed: Listed) -> None:
    item, members = open_item("hands", listed=listed)
    count_hands(office(), item.pk, Hands(1, 0, 0))
    assert refused(lambda: record_hands(office(), item.pk, {members[0].pk: "for"})).status == 409

    annul_vote(factories.acting(CHAIR), item.pk, "once more")
    open_vote(office(), item.pk, "hands")
    record_hands(office(), item.pk, {members[0].pk: "for"})
    assert refused(lambda: count_hands(office(), item.pk, Hands(1, 0, 0))).status == 409


def test_a_bare_count_belongs_to_a_show_of_hands(listed: Listed) -> None:
    item, _ = open_item("named", listed=listed)

    assert refused(lambda: count_hands(office(), item.pk, Hands(1, 0, 0))).status == 409


@pytest.mark.parametrize(("reading", "outcome"), [("in-force", "rejected"), ("votes-cast", "approved")])
def test_where_the_readings_differ_the_chair_says_which_applies_and_why(reading: str, outcome: str) -> None:
    item = disputed_item()
    counted = close_vote(office(), item.pk)
    assert counted.kind == "meeting.vote_counted"
    assert fresh(item).state == "counted"

    act = settle_reading(factories.acting(CHAIR), item.pk, reading, "as the council has always read it")

    assert fresh(item).outcome == outcome
    assert (fresh(item).reading, act.public["reading"]) == (reading, reading)
    assert act.public["ruling"]["readings"] == {"votes-cast": "yes"}
    assert act.confidential["why"] == "as the council has always read it"


@pytest.mark.parametrize("who", ["office", "member-02"])
def test_nobody_but_the_chair_settles_the_reading_or_annuls_the_vote(who: str) -> None:
    item = disputed_item()
    close_vote(office(), item.pk)

    assert refused(lambda: settle_reading(factories.acting(who), item.pk, "in-force", "so")).status == 403
    assert refused(lambda: annul_vote(factories.acting(who), item.pk, "so")).status == 403


@pytest.mark.parametrize(("reading", "why", "field"), [("seats", "so", "reading"), ("in-force", " ", "why")])
def test_a_reading_is_one_of_those_listed_and_has_a_reason(reading: str, why: str, field: str) -> None:
    item = disputed_item()
    close_vote(office(), item.pk)

    assert refused(lambda: settle_reading(factories.acting(CHAIR), item.pk, reading, why)).field == field


def test_an_annulled_vote_is_held_anew_and_its_ballots_stay_apart(listed: Listed) -> None:
    item, members = open_item("named", listed=listed)
    cast_vote(factories.acting(CHAIR), item.pk, "against")

    act = annul_vote(factories.acting(CHAIR), item.pk, "wrong paper before the members")
    open_vote(office(), item.pk)
    record_hands(office(), item.pk, {seat.pk: "for" for seat in members})
    close_vote(office(), item.pk)

    assert act.public == {"method": "named", "round": 1}
    assert tally(item) == {"for": 13, "against": 0, "abstain": 0}
    assert Ballot.objects.filter(round=1).count() == 1


def test_a_vote_is_annulled_with_a_reason_only(listed: Listed) -> None:
    item, _ = open_item("named", listed=listed)

    assert refused(lambda: annul_vote(factories.acting(CHAIR), item.pk, "")).field == "why"


def test_without_objection_everybody_entitled_is_for_it(listed: Listed) -> None:
    item, _ = listed

    refusal = refused(lambda: adopt_without_objection(office(), item.pk, asked=False))
    adopt_without_objection(office(), item.pk, asked=True)

    assert refusal.field == "asked"
    found = fresh(item)
    assert (found.method, found.outcome, tally(item)["for"]) == ("consent", "approved", 13)
    assert Act.objects.filter(kind="case.approved").count() == 1


def test_without_objection_needs_what_a_vote_needs(listed: Listed) -> None:
    item, members = listed
    Attendance.objects.filter(appointment=members[12]).update(status="absent")

    refusal = refused(lambda: adopt_without_objection(office(), item.pk, asked=True))

    assert refusal.ruling is not None


def test_a_report_is_noted_and_not_voted_on(listed: Listed) -> None:
    item, _ = listed
    report = Item.objects.create(
        meeting=item.meeting, order=9, kind="report", title_zh="執行情形", title_en="Progress"
    )

    assert refused(lambda: adopt_without_objection(office(), report.pk, asked=True)).status == 409
    act = note_item(office(), report.pk)

    assert act.kind == "meeting.item_noted"
    assert fresh(report).outcome == "noted"
    assert refused(lambda: note_item(office(), item.pk)).status == 409


def test_a_motion_is_voted_on_as_a_case_is(listed: Listed) -> None:
    item, members = listed
    motion = Item.objects.create(
        meeting=item.meeting, order=9, kind="motion", title_zh="請儘速補聘", title_en="Fill the vacancies"
    )
    factories.declare_none(motion, members)

    open_vote(office(), motion.pk)
    record_hands(office(), motion.pk, {seat.pk: "for" for seat in members})
    act = close_vote(office(), motion.pk)

    assert (act.kind, fresh(motion).outcome) == ("meeting.item_approved", "approved")
