"""Findings of evaluations: who may know of them, who answers, and who settles them."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Outbox
from coretech.apps.people.models import Posting
from coretech.apps.reports.evaluations.access import may_know, visible_evaluations
from coretech.apps.reports.evaluations.following import findings_of, owed_by, to_confirm
from coretech.apps.reports.evaluations.states import FollowStep, Standing
from coretech.apps.reports.models import Evaluation
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.follow_up import follow_up
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.kit.refusal import Refused
from tests.factories import cycle_factories
from tests.factories import evaluation_factories as made

pytestmark = pytest.mark.usefixtures("stage")
by = made.by


def refused(status: int = 409, match: str | None = None) -> "pytest.RaisesExc[Refused]":
    return pytest.RaisesExc(Refused, match=match, check=lambda found: found.status == status)


def test_before_the_report_an_evaluation_is_known_to_those_it_concerns() -> None:
    evaluation = made.compiled()

    assert [
        may_know(by(each), evaluation) for each in ("controller-2", "scholar-1", "officer-moea", "public")
    ] == [
        True,
        True,
        False,
        False,
    ]
    made.finding(evaluation)
    assert visible_evaluations(by("officer-moea")) == [evaluation]
    assert visible_evaluations(by("officer-motc")) == visible_evaluations(by("public")) == []


def test_a_finding_is_answered_returned_answered_again_and_settled_by_another() -> None:
    finding = made.finding(made.compiled()).pk
    officer, controller = by("officer-moea"), by()

    assert [each.finding.pk for each in owed_by(["moea"])] == [finding]
    with refused(404):
        follow_up(by("officer-motc"), finding, FollowStep.ANSWER, "x")
    with refused(409, "Told as done"):
        follow_up(controller, finding, FollowStep.ACCEPT)
    follow_up(officer, finding, FollowStep.ANSWER, "推廣計畫研擬中。")
    follow_up(officer, finding, FollowStep.ANSWER_DONE, "推廣計畫已函頒。", seen=1)
    assert [each.finding.pk for each in to_confirm(controller)] == [finding]
    assert owed_by(["moea"]) == []
    with refused(422):
        follow_up(controller, finding, FollowStep.RETURN, " ")
    with refused(409, "reload"):
        follow_up(controller, finding, FollowStep.ACCEPT, seen=1)
    follow_up(controller, finding, FollowStep.RETURN, "請補附執行數據。")
    follow_up(officer, finding, FollowStep.ANSWER_DONE, "數據如附。")
    follow_up(controller, finding, FollowStep.ACCEPT)
    (followed,) = findings_of(Evaluation.objects.get())
    assert followed.standing is Standing.ACCEPTED
    assert [each.state for each in followed.steps] == ["under_way", "done", "returned", "done", "accepted"]
    assert (
        Outbox.objects.filter(act__kind="evaluation.followed_up", recipient__username="officer-moea").count()
        == 2
    )


def test_nobody_settles_the_own_answer() -> None:
    cycle_factories.people()
    finding = made.finding(made.compiled()).pk
    cycle_factories.post("controller-1", "moea", Posting.Kind.OFFICER)
    follow_up(by(), finding, FollowStep.ANSWER_DONE, "已完成。")

    with refused(409, "somebody else decides"):
        follow_up(by(), finding, FollowStep.ACCEPT)
    follow_up(by("controller-2"), finding, FollowStep.ACCEPT)


def test_a_finding_that_asks_says_what_whom_and_by_when() -> None:
    evaluation = made.compiled()
    due = dt.date(2023, 3, 31)

    for bad, field in (
        (FindingGiven(" "), "text"),
        (FindingGiven("x", element_key="none"), "element_key"),
        (FindingGiven("x", "y", agency="none", due_on=due), "agency"),
        (FindingGiven("x", agency="moea", due_on=due), "recommendation"),
        (FindingGiven("x", "y", agency="moea"), "due_on"),
        (FindingGiven("x", "y", agency="moea", due_on=made.DAY), "due_on"),
    ):
        with refused(422) as found:
            find(by(), evaluation.pk, bad)
        assert found.value.field == field
    find(by(), evaluation.pk, FindingGiven("整體推動良好。"))
    report_evaluation(by(), evaluation.pk, "院字第1號", made.DAY)
    with refused(409):
        find(by(), evaluation.pk, FindingGiven("x"))
