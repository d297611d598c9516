"""A plan's JSON, as ``coretech plan read`` prints it: what each field holds, and nothing beside them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from coretech.kit.refusal import bad_input

Confidence = Literal["high", "medium", "low"]
Status = Literal["none", "text", "merged", "blank"]


class Strict(BaseModel):
    """Exactly the fields told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Years(Strict):
    """The first and the last ROC year."""

    start: int | None
    end: int | None


class FindingSaid(Strict):
    """What a careful clerk would send back, with its lines."""

    kind: str
    lines: list[int]
    zh: str
    en: str


class IndustrySaid(Strict):
    """An industry a programme builds."""

    name: str
    vision: str
    lead: list[str]
    strategies: list[str]
    line: int


class MeasureSaid(Strict):
    """A measure of a programme; ``schedule`` is false where only the target tables name it."""

    code: str
    industry: str
    title: str
    agencies: list[str]
    schedule: bool
    line: int


class PeriodSaid(Strict):
    """From a month to a month, with the words before it."""

    start: str | None
    end: str | None
    label: str | None = None


class WorkSaid(Strict):
    """A work item of a schedule."""

    measure: str
    item_no: str
    item_title: str
    approach_no: str
    approach_title: str
    work_no: str
    text: str
    periods: list[PeriodSaid]
    start: str | None
    end: str | None
    date_as_written: str
    lead: list[str]
    co: list[str]
    line: int
    confidence: Confidence


class TargetSaid(Strict):
    """A target for the whole term and for each ROC year; figures are as the reader tells them."""

    code: str
    measure_code: str
    measure_title: str
    industry: str
    agencies: list[str]
    text: str
    yearly: dict[str, str | None]
    yearly_status: dict[str, Status]
    metrics: dict[str, list[dict[str, JsonValue]]]
    line: int
    confidence: Confidence


class BudgetSaid(Strict):
    """What an industry costs in a ROC year, in hundreds of millions of NT dollars."""

    industry: str
    year: int
    amount_100m_ntd: float


class ProgrammeSaid(Strict):
    """A programme."""

    kind: Literal["programme"]
    title: str
    period: Years
    industries: list[IndustrySaid]
    measures: list[MeasureSaid]
    work_items: list[WorkSaid]
    targets: list[TargetSaid]
    budget: list[BudgetSaid]
    findings: list[FindingSaid]


class PlanMeasureSaid(Strict):
    """A measure at the end of a plan's tree."""

    no: int
    id: str
    title: str
    line: int


class StrategySaid(Strict):
    """A strategy with who leads and who joins."""

    no: int
    id: str
    title: str
    line: int
    lead: list[str]
    co: list[str]
    measures: list[PlanMeasureSaid]


class SubGoalSaid(Strict):
    """A sub-goal."""

    no: int
    title: str
    line: int
    strategies: list[StrategySaid]


class GoalSaid(Strict):
    """A goal of a plan."""

    no: int
    title: str
    line: int
    subgoals: list[SubGoalSaid]


class AimSaid(Strict):
    """An agency whose aims the plan tells."""

    name: str
    aim_line: int


class NumbersSaid(Strict):
    """A table of numbers; null where a dash is printed."""

    no: int
    caption: str
    unit: str
    header: list[str]
    rows: list[list[str | int | float | None]]
    line: int


class PlanSaid(Strict):
    """A plan of several years."""

    kind: Literal["plan"]
    title: str
    period: Years
    goals: list[GoalSaid]
    agencies: list[AimSaid]
    tables: list[NumbersSaid]
    findings: list[FindingSaid]


class AnnualStrategySaid(Strict):
    """A strategy of a year's goal: its number and where it stands."""

    no: int
    line: int


class AnnualGoalSaid(Strict):
    """A goal of the year."""

    no: int
    title: str
    strategies: list[AnnualStrategySaid]
    line: int


class AnnualProgrammeSaid(Strict):
    """An important programme of the year, on the lines from the first to the last."""

    no: int
    unit: str
    name: str
    category: str
    lines: tuple[int, int]


class AnnualSaid(Strict):
    """A ministry's plan of one ROC year."""

    kind: Literal["annual"]
    title: str
    year: int | None
    goals: list[AnnualGoalSaid]
    programmes: list[AnnualProgrammeSaid]
    findings: list[FindingSaid]


Said = ProgrammeSaid | PlanSaid | AnnualSaid
_ANY: TypeAdapter[Said] = TypeAdapter(Annotated[Said, Field(discriminator="kind")])


def said_of(value: object) -> Said:
    """A plan's JSON, already parsed, held against the contract."""
    return _ANY.validate_python(value)


def read_json(raw: bytes) -> Said:
    """The plan a JSON file holds.

    Raises:
        Refused: (HTTP 422) with the first place that is not as the contract has it.
    """
    try:
        return _ANY.validate_json(raw)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"]) or "JSON"
        raise bad_input(
            "file",
            f"這份 JSON 不是計畫資料：{place} 不合格式。",
            f"This JSON is no plan: {place} is not as it should be.",
        ) from None


def as_json(said: Said) -> dict[str, object]:
    """The plan as JSON has it; what was not given is left out."""
    return said.model_dump(mode="json", exclude_unset=True)
