"""Export controls by measured parameters: facts held against them, one by one or many, and regimes side by side."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Query, Router
from pydantic import Field, JsonValue

from coretech.api.auth import PUBLIC, acting
from coretech.api.problems import FieldProblem
from coretech.api.schemas import NO_NUL, Day, Given, Shown, Words
from coretech.engines.controls.evaluating import Result, evaluate
from coretech.engines.controls.facts import read_facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.matrix import matrix
from coretech.engines.controls.parameters import kinds_by_word
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.regimes import Regime
from coretech.kit.refusal import bad_input

router = Router(auth=PUBLIC, tags=["controls"])

MOST_CASES = 1000
_LONGEST_NAME = 200
_AsOf = Annotated[Day | None, Query(None, description="The day whose rules apply; today by default.")]
_RegimeId = Annotated[
    str | None,
    Query(None, description="One regime only, such as `us-ear`.", max_length=40, pattern=r"^[a-z0-9-]*$"),
]
_Kind = Annotated[str, Query(description="The kind, such as `logic`.", max_length=40, pattern=r"^[a-z_]*$")]
_Facts = Annotated[dict[str, JsonValue], Body(description="What is known; see the parameters.")]


class PolicyShown(Shown):
    """What the licensing policy for a destination says, apart from whether something is controlled."""

    outcome: str | None
    citation: str
    reason: Words


class ControlResult(Shown):
    """What one item says of the facts: ``outcome`` is yes, no or undetermined; ``missing`` would settle the last."""

    regime: str
    item: str
    outcome: str
    values: dict[str, float]
    missing: list[str]
    citation: str
    reason: Words
    policy: PolicyShown | None


class ControlAnswer(Shown):
    """Every item that speaks to the facts, by the rules of a day."""

    as_of: dt.date
    results: list[ControlResult]


class ControlCaseGiven(Given):
    """One case of a batch, with an id of the caller's own."""

    id: Annotated[str, Field(min_length=1, max_length=200, pattern=NO_NUL)]
    facts: dict[str, JsonValue]
    as_of: Day | None = None


class ControlBatchGiven(Given):
    """Many cases, each answered for itself."""

    cases: Annotated[list[ControlCaseGiven], Field(min_length=1, max_length=MOST_CASES)]


class ControlCaseAnswer(Shown):
    """The answer to a case, or what is wrong with its facts; the other cases are answered all the same."""

    id: str
    as_of: dt.date
    results: list[ControlResult] | None = None
    error: FieldProblem | None = None


class ControlBatchAnswer(Shown):
    """The answers in the order of the cases."""

    answers: list[ControlCaseAnswer]


class ControlRow(Shown):
    """An item with its limits by parameter."""

    regime: str
    item: str
    name: Words
    limits: dict[str, str]
    citation: str
    incomplete: bool


class ControlMatrix(Shown):
    """Regimes side by side for a kind on a day; ``parameters`` are the columns."""

    kind: str
    as_of: dt.date
    parameters: list[str]
    rows: list[ControlRow]


@router.post(
    "/evaluate", response=ControlAnswer, summary="以參數判斷是否受管制 / Hold figures against controls"
)
def evaluate_controls(
    request: HttpRequest, facts: _Facts, as_of: _AsOf = None, regime: _RegimeId = None
) -> ControlAnswer:
    """What every item says of the facts. Nothing is stored."""
    day = as_of or acting(request).today
    with _as_refused():
        return ControlAnswer(as_of=day, results=_results(facts, _regimes(regime), day))


@router.post("/evaluate-many", response=ControlBatchAnswer, summary="判斷許多件 / Many at once")
def evaluate_many_controls(
    request: HttpRequest, given: ControlBatchGiven, regime: _RegimeId = None
) -> ControlBatchAnswer:
    """Each case answered for itself; one whose facts are wrong says so in its own place."""
    today, regimes = acting(request).today, _regimes(regime)
    return ControlBatchAnswer(answers=[_case(each, regimes, each.as_of or today) for each in given.cases])


@router.get("/matrix", response=ControlMatrix, summary="各國管制並列 / Regimes side by side")
def show_control_matrix(request: HttpRequest, kind: _Kind = "logic", as_of: _AsOf = None) -> ControlMatrix:
    """What the regimes ask of a kind on a day; items not in force then are left out."""
    name = kinds_by_word().get(kind)
    if name is None:
        raise bad_input("kind", f"沒有「{kind}」這個種類。", f"There is no kind “{kind}”.")
    laid = matrix(name, bundled(), as_of or acting(request).today)
    rows = [
        ControlRow(
            regime=row.regime.id,
            item=row.item.id,
            name=Words.of(row.item.label),
            limits=row.limits,
            citation=row.item.citation,
            incomplete=row.item.incomplete,
        )
        for row in laid.rows
    ]
    return ControlMatrix(kind=name, as_of=laid.day, parameters=list(laid.columns), rows=rows)


def _results(facts: Mapping[str, object], regimes: tuple[Regime, ...], day: dt.date) -> list[ControlResult]:
    return [_shown(each) for each in evaluate(read_facts(facts), regimes, day)]


def _shown(result: Result) -> ControlResult:
    return ControlResult.model_validate(result.as_json())


def _case(given: ControlCaseGiven, regimes: tuple[Regime, ...], day: dt.date) -> ControlCaseAnswer:
    try:
        return ControlCaseAnswer(id=given.id, as_of=day, results=_results(given.facts, regimes, day))
    except FactsError as error:
        wrong = FieldProblem(field=error.field[:_LONGEST_NAME], sentence=Words.of(error.sentence))
        return ControlCaseAnswer(id=given.id, as_of=day, error=wrong)


def _regimes(named: str | None) -> tuple[Regime, ...]:
    found = tuple(each for each in bundled() if named is None or each.id == named)
    if not found:
        listed = "、".join(each.id for each in bundled())
        raise bad_input(
            "regime", f"沒有「{named}」；可用：{listed}。", f"There is no “{named}”; there are: {listed}."
        )
    return found


@contextmanager
def _as_refused() -> Iterator[None]:
    """Turn what is wrong with the facts into a refusal that names the fact (HTTP 422)."""
    try:
        yield
    except FactsError as error:
        field, words = error.field[:_LONGEST_NAME], error.sentence
        raise bad_input(field, f"「{field}」{words.zh}。", f"“{field}” {words.en}.") from error
