"""Findings of evaluations and what followed: where each stands, which wait for whom."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.evaluations.states import Standing, State
from coretech.apps.reports.models import Evaluation, EvaluationFinding, FollowUp
from coretech.kit.refusal import not_found

_LARGEST = 2**63 - 1
_OWED = frozenset({Standing.OPEN, Standing.UNDER_WAY, Standing.RETURNED})


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding with all that followed it, oldest first."""

    finding: EvaluationFinding
    steps: tuple[FollowUp, ...]

    @property
    def standing(self) -> Standing:
        """Where it stands; open before anybody answered."""
        return Standing(self.steps[-1].state) if self.steps else Standing.OPEN

    @property
    def is_owed(self) -> bool:
        """Whether the agency has something to do."""
        return self.finding.agency_id is not None and self.standing in _OWED

    def is_late(self, day: dt.date) -> bool:
        """Whether the agency has something to do and its day is over."""
        return self.is_owed and self.finding.due_on is not None and self.finding.due_on < day


def followed(findings: QuerySet[EvaluationFinding]) -> list[Followed]:
    """Findings with what followed, by number."""
    rows = findings.select_related("agency", "evaluation__plan", "evaluation__version")
    rows = rows.prefetch_related("agency__names", "follow_ups__by").order_by("evaluation", "number")
    return [Followed(each, tuple(sorted(each.follow_ups.all(), key=lambda step: step.pk))) for each in rows]


def findings_of(evaluation: Evaluation) -> list[Followed]:
    """All findings of an evaluation."""
    return followed(EvaluationFinding.objects.filter(evaluation=evaluation))


def find_finding(by: Acting, finding_id: int) -> Followed:
    """A finding, where this reader may know of it.

    Raises:
        Refused: (HTTP 404) where there is none for this reader.
    """
    found = followed(EvaluationFinding.objects.filter(pk=min(finding_id, _LARGEST)))
    if not found or not _may_know(by, found[0].finding):
        raise not_found(
            "沒有這則評估發現，或您無權閱覽。", "There is no such finding, or it is not yours to see."
        )
    return found[0]


def lock_finding(by: Acting, finding_id: int) -> Followed:
    """The same with its row locked until the transaction ends."""
    list(EvaluationFinding.objects.select_for_update().filter(pk=min(finding_id, _LARGEST)))
    return find_finding(by, finding_id)


def owed_by(codes: Iterable[str]) -> list[Followed]:
    """The findings that wait for these agencies, those due first in front."""
    found = followed(EvaluationFinding.objects.filter(agency__code__in=list(codes)))
    return sorted(
        (each for each in found if each.is_owed),
        key=lambda each: (each.finding.due_on or dt.date.max, each.finding.pk),
    )


def to_confirm(by: Acting) -> list[Followed]:
    """The answers that wait for this controller."""
    newest = FollowUp.objects.order_by("finding_id", "-pk").distinct("finding_id")
    told = [each.finding_id for each in newest if each.state == FollowUp.State.DONE]
    found = followed(EvaluationFinding.objects.filter(pk__in=told)) if told else []
    return [each for each in found if controls(by, each.finding.evaluation.plan)]


def _may_know(by: Acting, finding: EvaluationFinding) -> bool:
    evaluation = finding.evaluation
    if evaluation.state == State.REPORTED or controls(by, evaluation.plan):
        return True
    own = by.standing.agencies | by.standing.heads
    if finding.agency is not None and finding.agency.code in own:
        return True
    return by.person_id is not None and evaluation.evaluators.filter(person_id=by.person_id).exists()
