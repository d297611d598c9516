"""A panel's life: its agency runs it, its members decide by the agency's own rules, and the case goes on or stays."""

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import PanelReview
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.annul_vote import annul_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.put_on_panel_agenda import put_on_panel_agenda
from coretech.apps.meetings.operations.record_panel_opinion import record_panel_opinion
from coretech.apps.meetings.operations.settle_reading import settle_reading
from coretech.apps.meetings.queries import dossier_ruling
from tests import factories
from tests.apps.refusing import refused
from tests.factories import panel_factories as panels

pytestmark = pytest.mark.usefixtures("stage")

OFFICER = panels.OFFICER


def test_a_panel_in_favour_sends_the_case_on_with_its_opinion_conditions_and_figures() -> None:
    panels.settle("two_thirds", "two_thirds")
    item = panels.in_session(present=8, recused=1)
    panels.opined(item, conditions="Add the market's figures.")

    panels.voted(item, ["for"] * 6 + ["against"])

    review = PanelReview.objects.get()
    assert (review.in_office, review.present, review.recused) == (9, 8, 1)
    assert (review.in_favour, review.against, review.abstain) == (6, 1, 0)
    assert (review.favourable, review.method) == (True, "named")
    assert (review.opinion, review.conditions) == (panels.OPINION, "Add the market's figures.")
    assert review.parts == dict.fromkeys(factories.PARTS, 1)
    assert panels.state_of(item) == "reviewed"
    close_meeting(factories.acting(OFFICER), item.meeting_id)
    assert item.case is not None
    submit(factories.acting(OFFICER), item.case.reference)
    assert panels.state_of(item) == "submitted"


def test_a_panel_not_in_favour_leaves_a_draft_with_the_opinion_and_the_case_may_come_again() -> None:
    panels.settle("half", "votes_cast")
    item = panels.in_session(present=5)

    panels.voted(item, ["for", "for", "against", "against", "abstain"])

    case = item.case
    assert case is not None
    assert (panels.state_of(item), item.outcome) == ("draft", "rejected")
    assert PanelReview.objects.get().favourable is False
    refusal = refused(lambda: submit(factories.acting(OFFICER), case.reference))
    assert refusal.ruling is not None
    assert "8.1" in refusal.ruling.cited
    again = panels.listed(case, panels.called())
    assert again.state == Item.State.LISTED


def test_a_panel_that_puts_a_case_off_gives_its_reason_and_no_review() -> None:
    item = panels.in_session()

    defer_item(factories.acting(OFFICER), item.pk, "The figures are old.")

    assert panels.state_of(item) == "draft"
    assert Act.objects.latest("seq").kind == "case.deferred_by_panel"
    assert not PanelReview.objects.exists()


def test_without_an_objection_all_who_may_vote_are_for_it() -> None:
    panels.settle("more_than_half", "more_than_half")
    item = panels.in_session(present=6)

    adopt_without_objection(factories.acting(OFFICER), item.pk, asked=True)

    review = PanelReview.objects.get()
    assert (review.method, review.in_favour, review.against) == ("consent", 6, 0)
    assert panels.state_of(item) == "reviewed"


def test_with_no_rule_settled_the_borrowed_one_decides_and_its_doubts_wait_for_the_chair() -> None:
    item = panels.in_session(present=5)

    panels.voted(item, ["for", "for", "against", "abstain", "abstain"])

    assert (item.state, panels.state_of(item)) == (Item.State.COUNTED, "draft")
    settle_reading(
        factories.acting(panels.member(1)), item.pk, "votes-cast", "The panel's custom compares votes."
    )
    assert panels.state_of(item) == "reviewed"
    assert PanelReview.objects.get().favourable is True


def test_too_few_by_the_agencys_own_rule_open_no_vote() -> None:
    panels.settle("two_thirds", "more_than_half")
    item = panels.in_session(present=5)

    refusal = refused(lambda: open_vote(factories.acting(OFFICER), item.pk))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "panel.quorum"
    assert refusal.ruling.as_dict()["values"]["needed"] == 6


def test_a_meeting_goes_by_the_rules_of_its_own_day() -> None:
    panels.settle("two_thirds", "two_thirds", factories.DAY.replace(day=20))
    item = panels.in_session(present=5)

    open_vote(factories.acting(OFFICER), item.pk)

    item.refresh_from_db()
    assert item.quorum is not None
    assert item.quorum["values"]["needed"] == 5


def test_a_vote_waits_for_the_opinion_it_is_on() -> None:
    case, meeting = panels.ready_case(), panels.called()
    item = panels.listed(case, meeting)
    panels.attend(meeting, 9)
    open_meeting(factories.acting(OFFICER), meeting.pk)
    panels.declared(item, 9)

    assert "審查意見" in refused(lambda: open_vote(factories.acting(OFFICER), item.pk)).sentence.zh

    panels.opined(item)
    open_vote(factories.acting(OFFICER), item.pk)
    late = refused(lambda: record_panel_opinion(factories.acting(OFFICER), item.pk, "Another."))
    assert late.status == 409


def test_an_opinion_on_an_older_dossier_must_be_written_anew() -> None:
    item = panels.in_session()
    assert item.case is not None
    write_part(factories.acting(OFFICER), item.case.reference, "functions", "rewritten")

    assert "重擬意見" in refused(lambda: open_vote(factories.acting(OFFICER), item.pk)).sentence.zh

    panels.opined(item)
    open_vote(factories.acting(OFFICER), item.pk)


def test_a_dossier_rewritten_during_the_vote_cannot_go_on_until_the_vote_is_held_anew() -> None:
    panels.settle("half", "more_than_half")
    item = panels.in_session(present=5)
    officer = factories.acting(OFFICER)
    open_vote(officer, item.pk)
    for number in range(1, 6):
        cast_vote(factories.acting(panels.member(number)), item.pk, "for")
    assert item.case is not None
    write_part(officer, item.case.reference, "functions", "rewritten")

    assert "重擬意見" in refused(lambda: close_vote(officer, item.pk)).sentence.zh

    annul_vote(factories.acting(panels.member(1)), item.pk, "The dossier changed.")
    panels.opined(item)
    panels.voted(item, ["for"] * 5)
    assert PanelReview.objects.get().parts["functions"] == 2


def test_a_case_withdrawn_from_under_the_panel_is_not_voted_on_but_can_be_put_off() -> None:
    item = panels.in_session()
    assert item.case is not None
    withdraw(factories.acting(OFFICER), item.case.reference, "no longer pursued")

    assert refused(lambda: open_vote(factories.acting(OFFICER), item.pk)).status == 409

    defer_item(factories.acting(OFFICER), item.pk, "withdrawn")
    assert panels.state_of(item) == "withdrawn"


def test_only_a_complete_dossier_goes_before_the_panel() -> None:
    case = factories.draft_case(factories.addition())
    factories.write_dossier(case, leave_out="functions")
    meeting = panels.called()

    refusal = refused(lambda: put_on_panel_agenda(factories.acting(OFFICER), case.reference, meeting.pk))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["values"]["missing"] == ["functions"]


def test_a_case_stands_on_one_of_the_panels_agendas_at_a_time() -> None:
    case = panels.ready_case()
    panels.listed(case, panels.called())
    other = panels.called()

    assert "已排入" in refused(lambda: panels.listed(case, other)).sentence.zh


def test_a_case_goes_only_before_its_own_agencys_panel() -> None:
    case, council = panels.ready_case(), factories.called_meeting()

    refusal = refused(lambda: put_on_panel_agenda(factories.acting(OFFICER), case.reference, council.pk))

    assert refusal.field == "meeting"


def test_an_unlawfully_small_panel_reviews_nothing() -> None:
    for seat in panels.seats()[4:]:
        seat.left_on = factories.DAY.replace(day=1)
        seat.save()
    case, meeting = panels.ready_case(), panels.called()

    refusal = refused(lambda: put_on_panel_agenda(factories.acting(OFFICER), case.reference, meeting.pk))

    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["question"] == "panel.composition"


@pytest.mark.parametrize("username", ["office", "agency-moea", "panel-nstc-01", "member-02", "administrator"])
def test_only_the_agencys_own_officers_set_the_panels_agenda_and_opinion(username: str) -> None:
    case, meeting = panels.ready_case(), panels.called()
    by = factories.acting(username)
    assert refused(lambda: put_on_panel_agenda(by, case.reference, meeting.pk)).status == 403

    item = panels.listed(case, meeting)
    assert refused(lambda: record_panel_opinion(by, item.pk, "mine")).status == 403


def test_the_dossier_opens_to_a_member_named_by_the_agenda_declared_and_not_recused() -> None:
    case, meeting = panels.ready_case(), panels.called()
    first, second = factories.acting(panels.member(1)), factories.acting(panels.member(2))
    assert not dossier_ruling(first, case).is_yes

    item = panels.listed(case, meeting)
    assert "申報" in dossier_ruling(first, case).reason.zh
    panels.declared(item, 2, recused=1)

    assert dossier_ruling(first, case).is_yes
    assert not dossier_ruling(second, case).is_yes
