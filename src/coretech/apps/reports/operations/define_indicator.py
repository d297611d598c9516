"""Settling what an indicator means: a new definition with its targets; the old one stays on record."""

from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.measured.observing import TOLD_BY_YES_OR_NO, counting
from coretech.apps.reports.models import Indicator, IndicatorDefinition, IndicatorTarget
from coretech.engines.progress.figures import Comparator
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.units import UnitError, converted
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_NAME, LONGEST_UNIT, LONGEST_NOTE = 300, 40, 500
FIRST_YEAR, LAST_YEAR = 1, 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted in a ROC year; a year that is not told has no target, which is not a target of zero."""

    year: int
    value: Decimal | None
    upper: Decimal | None = None
    comparator: Comparator = Comparator.PLAIN
    words: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An indicator as it shall be from now on; ``seen`` is the number of the definition the writer saw, 0 for none."""

    name: str
    kind: Kind
    direction: Direction
    unit: str
    start: int
    end: int
    targets: tuple[Wanted, ...]
    why: str
    baseline: Decimal | None = None
    baseline_note: str = ""
    seen: int = 0


def check(by: Acting, plan: Plan) -> None:
    """Whether this person controls the plan."""
    allow(by, Action.DEFINE_INDICATOR, matter_of(plan))


@operation
def define_indicator(by: Acting, slug: str, key: str, meaning: Meaning, element_key: str = "") -> Act:
    """Write the next definition of an indicator; of a new one, for ``element_key``, where there is none of this key."""
    version = version_of(slug)
    check(by, version.plan)
    _require_sound(meaning)
    hold(f"indicators:{slug}")
    indicator, last = _found(version.plan, key)
    _require_seen(last, meaning)
    new: list[Indicator] = []
    if indicator is None:
        indicator = Indicator.objects.create(
            plan=version.plan, key=key, element_key=element_of(version, element_key).key
        )
        new.append(indicator)
    _require_reports_fit(indicator, meaning)
    definition = IndicatorDefinition.objects.create(
        indicator=indicator,
        number=1 if last is None else last.number + 1,
        version=version,
        recorded_at=by.at,
        **_columns(meaning),
    )
    lines = {} if last is None else {each.year: each.line for each in last.targets.all()}
    targets = IndicatorTarget.objects.bulk_create(_targets(definition, meaning, lines))
    return record(
        by,
        "indicator.defined",
        f"plan/{slug}",
        public={"indicator": key, "number": definition.number, "definition_kind": meaning.kind.value},
        rows=[*new, definition, *targets],
        why=meaning.why,
    )


def _found(plan: Plan, key: str) -> tuple[Indicator | None, IndicatorDefinition | None]:
    indicator = Indicator.objects.filter(plan=plan, key=key).first()
    return indicator, None if indicator is None else indicator.definitions.last()


def _columns(meaning: Meaning) -> dict[str, object]:
    return {
        "name": meaning.name.strip(),
        "kind": meaning.kind.value,
        "direction": meaning.direction.value,
        "unit": meaning.unit.strip(),
        "baseline": meaning.baseline,
        "baseline_note": meaning.baseline_note.strip(),
        "start": meaning.start,
        "end": meaning.end,
        "reason_zh": meaning.why.strip(),
        "reason_en": meaning.why.strip(),
    }


def _targets(
    definition: IndicatorDefinition, meaning: Meaning, lines: dict[int, int | None]
) -> list[IndicatorTarget]:
    return [
        IndicatorTarget(
            definition=definition,
            year=each.year,
            value=each.value,
            upper=each.upper,
            comparator=each.comparator.value,
            words=each.words,
            line=lines.get(each.year),
        )
        for each in meaning.targets
    ]


def _require_sound(meaning: Meaning) -> None:
    for field, text, longest in (
        ("name", meaning.name, LONGEST_NAME),
        ("why", meaning.why, LONGEST_NOTE),
    ):
        if not text.strip():
            raise bad_input(field, "這一欄不能空白。", "This cannot be left blank.")
        if len(text) > longest:
            raise bad_input(field, f"請在{longest}字以內。", f"Write {longest} characters at most.")
    if not FIRST_YEAR <= meaning.start <= meaning.end <= LAST_YEAR:
        raise bad_input(
            "end", "期間的結束年不能早於起始年。", "The term cannot end before the year it starts in."
        )
    _require_unit(meaning)
    for each in meaning.targets:
        _require_target(meaning, each)


def _require_unit(meaning: Meaning) -> None:
    """A figure without a unit cannot be held against anything; a milestone and words need none."""
    if meaning.kind in TOLD_BY_YES_OR_NO:
        return
    try:
        converted(Decimal(1), meaning.unit, meaning.unit)
    except UnitError as error:
        raise bad_input("unit", error.sentence.zh, error.sentence.en) from None
    if len(meaning.unit) > LONGEST_UNIT:
        raise bad_input("unit", f"請在{LONGEST_UNIT}字以內。", f"Write {LONGEST_UNIT} characters at most.")


def _require_target(meaning: Meaning, wanted: Wanted) -> None:
    if not meaning.start <= wanted.year <= meaning.end:
        raise bad_input(
            f"target_{wanted.year}",
            f"民國{wanted.year}年不在期間（{meaning.start}至{meaning.end}年）之內。",
            f"ROC {wanted.year} lies outside the term ({meaning.start} to {meaning.end}).",
        )
    if wanted.upper is not None and (wanted.value is None or wanted.upper < wanted.value):
        raise bad_input(
            f"target_{wanted.year}",
            f"民國{wanted.year}年的上限低於下限，或沒有下限。",
            f"In ROC {wanted.year} the upper end is below the lower one, or stands alone.",
        )


def _require_seen(last: IndicatorDefinition | None, meaning: Meaning) -> None:
    """Refuse (HTTP 409) a writer who has not seen the newest definition."""
    if (0 if last is None else last.number) != meaning.seen:
        raise wrong_state(
            "這項指標剛有新的定義；請先看過再改。",
            "The indicator has just been defined anew; read that before you change it.",
        )


def _require_reports_fit(indicator: Indicator, meaning: Meaning) -> None:
    """Refuse another unit once figures are reported: they would mean something else overnight."""
    last = indicator.definitions.last()
    if (
        last is None
        or last.unit == meaning.unit.strip()
        or not counting().filter(indicator=indicator).exists()
    ):
        return
    raise bad_input(
        "unit",
        f"已有以「{last.unit}」填報的數值，不能改用「{meaning.unit}」；請另立一項指標。",
        f"Figures are reported in “{last.unit}”, so the unit cannot become “{meaning.unit}”; set up another indicator.",
    )
