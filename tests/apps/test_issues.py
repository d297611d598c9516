"""Coordination issues: raised, owned, answered, decided by a special meeting or without one, closed."""

import datetime as dt
from collections.abc import Callable

import pytest

from coretech.apps.audit.models import Act, Outbox
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.reports.coordination.issues import (
    find_issue,
    is_overdue,
    issues_about,
    running_issues,
    visible_issues,
)
from coretech.apps.reports.models import CoordinationIssue, IssueStep
from coretech.apps.reports.operations.answer_issue import answer_issue
from coretech.apps.reports.operations.close_issue import close_issue
from coretech.apps.reports.operations.decide_issue import Decision, decide_issue
from coretech.apps.reports.operations.put_issue_to_meeting import put_issue_to_meeting
from coretech.apps.reports.operations.raise_issue import Raised, raise_issue
from coretech.apps.reports.operations.take_issue import take_issue
from coretech.apps.reports.sheets.access import Moved
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories as cycle
from tests.factories import issues_factories as made

pytestmark = pytest.mark.usefixtures("stage")
STATE = CoordinationIssue.State
DECIDED = Decision("用地由交通部提供。", "motc", made.DUE)


def forbidden(attempt: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        attempt()
    assert refused.value.status == 403


def told(kind: str) -> set[str]:
    rows = Outbox.objects.filter(act__kind=kind).values_list("recipient__username", flat=True)
    return {name for name in rows if name is not None}


def test_an_issue_goes_its_way_from_the_officer_to_its_close() -> None:
    plan = cycle.controlled()
    issue = made.taken(plan)
    answer_issue(cycle.acting("officer-motc"), issue.pk, "用地可於五月提供。")
    decide_issue(cycle.acting("controller-2"), issue.pk, DECIDED)
    close_issue(cycle.acting("controller-1"), issue.pk, "用地已點交。")

    kept = made.now(issue)
    assert (kept.state, kept.decision, kept.due_on) == (STATE.CLOSED, DECIDED.text, made.DUE)
    assert kept.owner is not None
    assert kept.owner.code == "motc"
    steps = list(kept.steps.values_list("state", flat=True))
    assert steps == [STATE.OPEN, STATE.IN_HAND, STATE.IN_HAND, STATE.DECIDED, STATE.CLOSED]
    assert {"controller-1", "controller-2"} <= told("issue.raised")
    assert {"officer-moea", "officer-motc"} <= told("issue.decided")


def test_a_leaf_holds_no_word_of_the_issue() -> None:
    issue = made.raised(cycle.controlled())

    act = Act.objects.get(kind="issue.raised")
    assert made.TITLE.encode() not in bytes(act.leaf)
    assert act.public["agency"] == "moea"
    assert issue.title == made.TITLE


def test_an_issue_is_known_to_its_agencies_and_the_controller_alone() -> None:
    plan = cycle.controlled()
    issue = made.raised(plan)

    for username in ("officer-moea", "head-moea", "controller-1"):
        assert find_issue(cycle.acting(username), issue.pk) == issue
    for username, status in (
        ("officer-motc", 404),
        ("moea-controller-1", 404),
        ("office", 403),
        ("public", 403),
    ):
        with pytest.raises(Refused) as refused:
            find_issue(cycle.acting(username), issue.pk)
        assert refused.value.status == status
    assert not issues_about(cycle.acting("public"), plan, "").exists()
    take_issue(cycle.acting("controller-1"), issue.pk, "motc", made.DUE, "請評估。")
    assert find_issue(cycle.acting("officer-motc"), issue.pk) == issue


def test_only_the_controller_names_owners_decides_and_closes_and_only_the_owner_answers() -> None:
    issue = made.taken(cycle.controlled())
    officer, controller = cycle.acting("officer-moea"), cycle.acting("controller-1")

    forbidden(lambda: take_issue(officer, issue.pk, "moea", made.DUE, "x"))
    forbidden(lambda: decide_issue(officer, issue.pk, DECIDED))
    forbidden(lambda: close_issue(officer, issue.pk, "x"))
    forbidden(lambda: answer_issue(officer, issue.pk, "x"))
    forbidden(lambda: answer_issue(controller, issue.pk, "x"))


def test_steps_are_taken_in_order_and_not_on_what_moved_since() -> None:
    issue = made.raised(cycle.controlled())
    by = cycle.acting("controller-1")

    with pytest.raises(Refused, match="is taken from “Decided"):
        close_issue(by, issue.pk, "x")
    take_issue(by, issue.pk, "motc", made.DUE, "請評估。", seen=1)
    with pytest.raises(Moved):
        take_issue(by, issue.pk, "moea", made.DUE, "請評估。", seen=1)
    decide_issue(by, issue.pk, DECIDED)
    with pytest.raises(Refused, match="stands at “Decided"):
        take_issue(by, issue.pk, "moea", made.DUE, "x")


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("agency", Raised("motc", "law", "t", "x")),
        ("kind", Raised("moea", "none", "t", "x")),
        ("title", Raised("moea", "law", " ", "x")),
        ("title", Raised("moea", "law", "t" * 201, "x")),
        ("text", Raised("moea", "law", "t", "")),
    ],
)
def test_bad_input_is_refused_by_field_and_nothing_is_written(field: str, given: Raised) -> None:
    plan = cycle.controlled()

    with pytest.raises(Refused) as refused:
        raise_issue(cycle.acting("officer-moea"), plan.slug, given)

    assert (refused.value.status, refused.value.field) == (422, field)
    assert not CoordinationIssue.objects.exists()


def test_an_owner_that_is_none_and_a_day_that_has_passed_are_refused() -> None:
    issue = made.raised(cycle.controlled())
    by = cycle.acting("controller-1")

    for field, owner, day in (("owner", "none", made.DUE), ("due_on", "motc", dt.date(2022, 4, 5))):
        with pytest.raises(Refused) as refused:
            take_issue(by, issue.pk, owner, day, "x")
        assert refused.value.field == field
    assert IssueStep.objects.count() == 1


def test_an_issue_raised_from_a_sheet_knows_it_and_a_foreign_sheet_is_refused() -> None:
    opened = cycle.opened()
    own, other = opened.sheet("moea"), opened.sheet("motc")
    by = cycle.acting("officer-moea")
    raise_issue(by, opened.plan.slug, Raised("moea", "budget", "經費不足", "請協調。", sheet=own.pk))

    assert CoordinationIssue.objects.get().sheet_id == own.pk
    with pytest.raises(Refused) as refused:
        raise_issue(by, opened.plan.slug, Raised("moea", "budget", "x", "x", sheet=other.pk))
    assert refused.value.status == 404


def test_what_is_overdue_comes_first_and_what_is_closed_is_over() -> None:
    plan = cycle.controlled()
    without_day, late = made.raised(plan), made.taken(plan)
    by = cycle.acting("controller-1", dt.date(2022, 6, 1))

    assert list(running_issues(by)) == [late, without_day]
    assert is_overdue(late, by.today)
    assert not is_overdue(late, made.DUE)
    assert not is_overdue(without_day, by.today)


def test_a_special_meeting_s_decision_flows_back_into_the_issue() -> None:
    issue = made.taken(cycle.controlled())
    meeting = made.called()
    item = made.put(issue, meeting)

    assert item.title.zh == made.TITLE
    with pytest.raises(Refused, match="before a coordination meeting"):
        decide_issue(cycle.acting("controller-1"), issue.pk, DECIDED)
    with pytest.raises(Refused, match="waits for it"):
        put_issue_to_meeting(cycle.acting("controller-1"), issue.pk, meeting.pk)
    made.begun(meeting, item)
    adopt_without_objection(cycle.acting("controller-1", made.HELD), item.pk, asked=True)
    decide_issue(cycle.acting("controller-1", made.HELD), issue.pk, DECIDED)

    kept = made.now(issue)
    assert (kept.state, kept.meeting_id, kept.item_id) == (STATE.DECIDED, meeting.pk, item.pk)


def test_what_a_meeting_deferred_is_not_decided_and_goes_to_another() -> None:
    issue = made.taken(cycle.controlled())
    meeting = made.called()
    item = made.put(issue, meeting)
    made.begun(meeting, item)
    defer_item(cycle.acting("controller-1", made.HELD), item.pk, "資料不足")

    with pytest.raises(Refused, match="deferred the issue"):
        decide_issue(cycle.acting("controller-1", made.HELD), issue.pk, DECIDED)
    again = made.put(issue, made.called())
    assert again.meeting_id != meeting.pk


def test_an_issue_is_not_stranded_by_a_meeting_that_was_called_off() -> None:
    issue = made.taken(cycle.controlled())
    meeting = made.called()
    made.put(issue, meeting)
    cancel_meeting(cycle.acting("controller-1"), meeting.pk, "颱風")

    decide_issue(cycle.acting("controller-1"), issue.pk, DECIDED)
    assert made.now(issue).state == STATE.DECIDED


def test_an_issue_is_put_to_no_meeting_but_those_of_its_own_controller() -> None:
    issue = made.taken(cycle.controlled())
    others = made.called("motc", user="moea-controller-1", controller="moea")

    with pytest.raises(Refused) as refused:
        put_issue_to_meeting(cycle.acting("controller-1"), issue.pk, others.pk)
    assert refused.value.field == "meeting"


def test_whoever_is_called_to_the_meeting_may_read_what_is_put_to_it() -> None:
    issue = made.raised(cycle.controlled())
    assert issue not in visible_issues(cycle.acting("officer-motc"))
    made.put(issue, made.called())
    assert issue in visible_issues(cycle.acting("officer-motc"))
