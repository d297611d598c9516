"""Evaluations of plans: prepared by the controller, scored by experts, compiled, reported, and what followed."""

from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Path, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.evaluations_shown import (
    EvaluationBrief,
    EvaluationShown,
    FindingShown,
    brief,
    evaluation_shown,
    finding_shown,
)
from coretech.api.places import place_of
from coretech.api.schemas import AddressNumber, Code, Count, Day, DocumentNumber, Given, Line, Paragraphs
from coretech.apps.reports.evaluations.access import find_evaluation, visible_evaluations
from coretech.apps.reports.evaluations.following import find_finding
from coretech.apps.reports.evaluations.states import FollowStep
from coretech.apps.reports.operations.compile_evaluation import compile_evaluation
from coretech.apps.reports.operations.declare_interest import declare_interest
from coretech.apps.reports.operations.find import FindingGiven, find
from coretech.apps.reports.operations.follow_up import follow_up
from coretech.apps.reports.operations.name_evaluator import name_evaluator
from coretech.apps.reports.operations.prepare_evaluation import (
    CriterionGiven,
    EvaluationGiven,
    prepare_evaluation,
)
from coretech.apps.reports.operations.report_evaluation import report_evaluation
from coretech.apps.reports.operations.score import Mark, score

router = Router(tags=["evaluations"])

EvaluationId = Annotated[AddressNumber, Path(description="The evaluation.")]
FindingId = Annotated[AddressNumber, Path(description="The finding.")]
ScoredKey = Annotated[str, Path(description="The measure's key in the plan."), Field(max_length=90)]
Figure = Annotated[str, StringConstraints(strict=True, max_length=6, pattern=r"^[0-9]{1,3}(\.[0-9]{1,2})?$")]
RocYear = Annotated[Count, Field(ge=1, le=999)]
PlanSlug = Annotated[str, StringConstraints(strict=True, max_length=60, pattern=r"^[-a-zA-Z0-9_]{1,60}$")]


class CriterionBody(Given):
    """A criterion; the weights of all add up to 100."""

    zh: Line
    en: Line
    weight: Figure
    most: Count = 5


class EvaluationBody(Given):
    """An evaluation of a plan's version, the newest where none is named, from the end of a ROC year."""

    plan: PlanSlug
    kind: Literal["mid_term", "final"]
    year: RocYear
    due_on: Day
    criteria: Annotated[list[CriterionBody], Field(min_length=1, max_length=10)]
    version: Count | None = None


class EvaluatorBody(Given):
    """Whom to ask, by the name of the account."""

    username: Line


class InterestBody(Given):
    """The keys of the elements in which there is an interest, those declared before too; and what it is."""

    elements: Annotated[list[Line], Field(max_length=1000)]
    text: Paragraphs = ""


class MarkBody(Given):
    """A score by one criterion, with a word on it."""

    score: Figure
    comment: Paragraphs = ""


class MarksBody(Given):
    """A score for every criterion, by its number."""

    marks: Annotated[dict[str, MarkBody], Field(max_length=10)]


class CompilationBody(Given):
    """Why, where an evaluator is not done."""

    why: Paragraphs = ""


class FindingBody(Given):
    """What was found; an agency that is asked needs a recommendation and a day."""

    text: Paragraphs
    recommendation: Paragraphs = ""
    element_key: Line = ""
    agency: Code = ""
    due_on: Day | None = None


class FollowUpBody(Given):
    """The step, what is said, and how many follow-ups the caller saw."""

    step: Literal["answer", "answer_done", "accept", "return"]
    text: Paragraphs = ""
    seen: Count | None = None


class EvaluationReportBody(Given):
    """The document by which the Executive Yuan was told, and its day."""

    document_no: DocumentNumber
    reported_on: Day


@router.get("", auth=PUBLIC, response=list[EvaluationBrief], summary="成果評估 / Evaluations")
def list_evaluations(request: HttpRequest) -> list[EvaluationBrief]:
    """Reported ones for everybody; before that, those one runs, evaluates for, or answers to."""
    return [brief(each) for each in visible_evaluations(acting(request))]


@router.get("/findings/{finding_id}", auth=PUBLIC, response=FindingShown, summary="評估發現 / A finding")
def show_finding(request: HttpRequest, finding_id: FindingId) -> FindingShown:
    """A finding with what followed."""
    by = acting(request)
    return finding_shown(by, find_finding(by, finding_id))


@router.get("/{evaluation_id}", auth=PUBLIC, response=EvaluationShown, summary="一次評估 / An evaluation")
def show_evaluation(request: HttpRequest, evaluation_id: EvaluationId) -> EvaluationShown:
    """What the account may see: an evaluator the own scores, and the means once they are compiled."""
    by = acting(request)
    return evaluation_shown(by, find_evaluation(by, evaluation_id))


@router.post("", response=WRITTEN, summary="籌備評估 / Prepare an evaluation")
def prepare_one(request: HttpRequest, given: EvaluationBody) -> Status[Done]:
    """Prepare an evaluation; evaluators are named next."""
    criteria = [CriterionGiven(each.zh, each.en, Decimal(each.weight), each.most) for each in given.criteria]
    asked = EvaluationGiven(given.kind, given.year, given.due_on, criteria, given.version)
    return written(request, lambda by: prepare_evaluation(by, given.plan, asked))


@router.post("/{evaluation_id}/evaluators", response=WRITTEN, summary="聘請委員 / Name an evaluator")
def name_one(request: HttpRequest, evaluation_id: EvaluationId, given: EvaluatorBody) -> Status[Done]:
    """Ask somebody to evaluate."""
    return written(request, lambda by: name_evaluator(by, evaluation_id, given.username))


@router.post("/{evaluation_id}/interests", response=WRITTEN, summary="申報利益 / Declare interests")
def declare_interests(request: HttpRequest, evaluation_id: EvaluationId, given: InterestBody) -> Status[Done]:
    """Declare as an evaluator; scoring opens with it."""
    return written(request, lambda by: declare_interest(by, evaluation_id, given.elements, given.text))


@router.post("/{evaluation_id}/scores/{element_key}", response=WRITTEN, summary="評分 / Score")
def score_one(
    request: HttpRequest, evaluation_id: EvaluationId, element_key: ScoredKey, given: MarksBody
) -> Status[Done]:
    """Score a measure by every criterion; a later score takes the place of the first, which stays on record."""
    marks = {
        int(number) if number.isascii() and number.isdecimal() else 0: Mark(Decimal(each.score), each.comment)
        for number, each in given.marks.items()
    }
    return written(request, lambda by: score(by, evaluation_id, element_key, marks))


@router.post("/{evaluation_id}/compilation", response=WRITTEN, summary="彙整 / Compile")
def compile_one(request: HttpRequest, evaluation_id: EvaluationId, given: CompilationBody) -> Status[Done]:
    """Close the scoring; no score changes from then on."""
    return written(request, lambda by: compile_evaluation(by, evaluation_id, given.why))


@router.post("/{evaluation_id}/findings", response=WRITTEN, summary="登錄發現 / Record a finding")
def find_one(request: HttpRequest, evaluation_id: EvaluationId, given: FindingBody) -> Status[Done]:
    """Record what was found; an agency that is asked is told."""
    return written(request, lambda by: find(by, evaluation_id, FindingGiven(**given.model_dump())))


@router.post("/{evaluation_id}/report", response=WRITTEN, summary="報院備查 / Report")
def report_one(
    request: HttpRequest, evaluation_id: EvaluationId, given: EvaluationReportBody
) -> Status[Done]:
    """Record the report to the Executive Yuan; the evaluation is public from then on."""
    return written(
        request, lambda by: report_evaluation(by, evaluation_id, given.document_no, given.reported_on)
    )


@router.post("/findings/{finding_id}/follow-ups", response=WRITTEN, summary="後續辦理 / Follow up a finding")
def follow_one_up(request: HttpRequest, finding_id: FindingId, given: FollowUpBody) -> Status[Done]:
    """Answer as the agency that was asked, or settle or return the answer as the controller."""
    step = FollowStep(given.step)
    return written(
        request,
        lambda by: follow_up(by, finding_id, step, given.text, given.seen),
        place_of(f"finding/{finding_id}"),
    )
