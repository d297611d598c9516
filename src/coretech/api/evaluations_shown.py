"""How evaluations are shown: to everybody what is public, to an evaluator the own scores."""

import datetime as dt

from coretech.api.schemas import Moment, Named, Shown, Words
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.evaluations.access import TOLD, evaluator_of, is_asked
from coretech.apps.reports.evaluations.compiling import Line, compiled_of
from coretech.apps.reports.evaluations.following import Followed, findings_of
from coretech.apps.reports.evaluations.scoring import own_scores, places_of
from coretech.apps.reports.evaluations.states import STANDING_NAMES, STATE_NAMES, State
from coretech.apps.reports.models import Evaluation
from coretech.engines.scoring.compiling import FORMULA, Spread


class EvaluationBrief(Shown):
    """An evaluation in one line; years are ROC ones."""

    id: int
    plan: str
    version: int
    kind: str
    year: int
    due_on: dt.date
    state: Named
    document_no: str
    reported_on: dt.date | None


class CriterionShown(Shown):
    """What is scored by; the weight in per cent."""

    number: int
    zh: str
    en: str
    weight: str
    most: int


class EvaluatorPlace(Shown):
    """How far an evaluator is, for the controller: counts, and no score."""

    evaluator: Words
    declared: bool
    scored: int
    open: int
    closed: int


class OwnScore(Shown):
    """One of the evaluator's own newest scores."""

    element: str
    criterion: int
    score: str
    comment: str


class SpreadShown(Shown):
    """How many scores, their mean, standard deviation, lowest and highest; null where there are none."""

    count: int
    mean: str | None
    deviation: str | None
    lowest: str | None
    highest: str | None


class ElementScored(Shown):
    """A measure's compiled scores; `total` in per cent, `thin` where fewer than three evaluators stand behind it."""

    key: str
    code: str
    title: str
    total: SpreadShown
    thin: bool
    by_criterion: dict[str, SpreadShown]


class EvaluationResults(Shown):
    """The compiled scores, how they are reckoned, and the fingerprint that the log keeps of them."""

    evaluators: int
    mean: str | None
    formula: Words
    digest: str
    elements: list[ElementScored]


class FollowUpShown(Shown):
    """What followed a finding; who did it stands on the log."""

    state: Named
    text: str
    at: Moment


class FindingShown(Shown):
    """What was found, who is asked for what by when, and what followed."""

    id: int
    evaluation: int
    number: int
    element_key: str
    text: str
    recommendation: str
    agency: Named | None
    due_on: dt.date | None
    standing: Named
    late: bool
    follow_ups: list[FollowUpShown]


class EvaluationShown(EvaluationBrief):
    """An evaluation: `evaluators` for its controller, `own_scores` for an evaluator, `results` once they are told."""

    criteria: list[CriterionShown]
    evaluators: list[EvaluatorPlace] | None
    own_scores: list[OwnScore] | None
    results: EvaluationResults | None
    findings: list[FindingShown]


def brief(each: Evaluation) -> EvaluationBrief:
    """The evaluation in one line."""
    state = State(each.state)
    return EvaluationBrief(
        id=each.pk,
        plan=each.plan.slug,
        version=each.version.version,
        kind=each.kind,
        year=each.year,
        due_on=each.due_on,
        state=Named.under(state.value, STATE_NAMES[state]),
        document_no=each.document_no,
        reported_on=each.reported_on,
    )


def evaluation_shown(by: Acting, found: Evaluation) -> EvaluationShown:
    """What this account may see of it."""
    runs, own = controls(by, found.plan), evaluator_of(by, found)
    reads = runs or own is not None or found.state == State.REPORTED
    findings = [each for each in findings_of(found) if reads or is_asked(by, [each.finding])]
    return EvaluationShown(
        **brief(found).model_dump(),
        criteria=[
            CriterionShown(number=each.order, zh=each.zh, en=each.en, weight=str(each.weight), most=each.most)
            for each in found.criteria.order_by("order")
        ],
        evaluators=_places(by, found) if runs else None,
        own_scores=None
        if own is None
        else [
            OwnScore(
                element=each.element_key,
                criterion=each.criterion.order,
                score=str(each.score),
                comment=each.comment,
            )
            for each in own_scores(own)
        ],
        results=_results(found) if reads and State(found.state) in TOLD else None,
        findings=[finding_shown(by, each) for each in findings],
    )


def finding_shown(by: Acting, found: Followed) -> FindingShown:
    """A finding with what followed."""
    finding = found.finding
    return FindingShown(
        id=finding.pk,
        evaluation=finding.evaluation_id,
        number=finding.number,
        element_key=finding.element_key,
        text=finding.text,
        recommendation=finding.recommendation,
        agency=None if finding.agency is None else agency_on(finding.agency, by.today),
        due_on=finding.due_on,
        standing=Named.under(found.standing.value, STANDING_NAMES[found.standing]),
        late=found.is_late(by.today),
        follow_ups=[
            FollowUpShown(
                state=Named.under(each.state, STANDING_NAMES[type(found.standing)(each.state)]),
                text=each.text,
                at=each.at,
            )
            for each in found.steps
        ],
    )


def _places(by: Acting, found: Evaluation) -> list[EvaluatorPlace]:
    return [
        EvaluatorPlace(
            evaluator=Words.of(each.evaluator.person.name),
            declared=each.declared,
            scored=each.scored,
            open=each.open,
            closed=each.closed,
        )
        for each in places_of(found, by.today)
    ]


def _results(found: Evaluation) -> EvaluationResults:
    compiled = compiled_of(found)
    return EvaluationResults(
        evaluators=compiled.evaluators,
        mean=_text(compiled.mean),
        formula=Words.of(FORMULA),
        digest=compiled.digest,
        elements=[_element(each) for each in compiled.lines],
    )


def _element(line: Line) -> ElementScored:
    scored = line.scored
    return ElementScored(
        key=line.element.key,
        code=line.element.code,
        title=line.element.title,
        total=_spread(scored.total),
        thin=scored.total.is_thin,
        by_criterion={str(number): _spread(each) for number, each in scored.by_criterion.items()},
    )


def _spread(each: Spread) -> SpreadShown:
    return SpreadShown(
        count=each.count,
        mean=_text(each.mean),
        deviation=_text(each.deviation),
        lowest=_text(each.lowest),
        highest=_text(each.highest),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
