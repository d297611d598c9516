"""Made-up reports of the measures of a real plan: most keep pace, a few are behind, all marked as demonstration."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.models import IndicatorTarget
from coretech.apps.reports.sheets.content import ActualSaid, PartContent, WorkSaid
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.lights import Light
from coretech.kit.roc import OFFSET

_ONE = Decimal(1)
_BEHIND = {Light.RED: Decimal("0.55"), Light.AMBER: Decimal("0.85"), Light.GREEN: Decimal("1.04")}
_MONTHS = 12
_TO_MONTH = 3
_SHOWN = 24
_WHOLE = 100


def light_of(key: str) -> Light:
    """How a measure fares all year: in twelve, one is far behind and two are a little."""
    return {0: Light.RED, 1: Light.AMBER, 2: Light.AMBER}.get(_drawn(key, _MONTHS), Light.GREEN)


def content_of(part: Part, year: int, quarter: int) -> PartContent:
    """What an officer might say of a measure at the end of a quarter of a ROC year."""
    light = light_of(part.key) if _figures(part, year) else Light.GREEN
    works = {work.key: _work(work, light, _month(year, quarter)) for work in part.works}
    done = sum(said.standing == "done" for said in works.values())
    coming = [work for work in part.works if works[work.key].standing != "done"]
    behind = light is not Light.GREEN
    return PartContent(
        progress=f"第{quarter}季止，{len(works)}個工作項目已完成{done}個，其餘{len(coming)}個{_how(light)}。",
        highlights=f"「{_short(part.element.title)}」辦理成果展示1場。"
        if quarter == _drawn(part.key, 4) + 1
        else "",
        next_work=_next(coming),
        risks="採購流標，重新招標中，期程順延約2個月。" if behind else "",
        own_light=light.value,
        own_reason="招標延後，實績未達應有進度。" if behind else "",
        works=works,
        actuals={each.key: said for each in part.indicators if (said := _actual(each, light, year, quarter))},
        demonstration=True,
    )


def _next(coming: Iterable[WorkItem]) -> str:
    """What goes on: two things, each told once though several work items may belong to it."""
    names = list(dict.fromkeys(_short(_name(work)) for work in coming))[:2]
    return "、".join(f"續辦「{name}」" for name in names) or "各項工作均已完成，持續追蹤成效。"


def _figures(part: Part, year: int) -> bool:
    """Whether a figure is due in the year, so that being behind can be told from the reports."""
    targets = (target for each in part.indicators for target in each.definition.targets.all())
    return any(target.year == year and target.value is not None for target in targets)


def corrected(content: PartContent) -> PartContent:
    """What is said once the controller asked why it is behind."""
    words = f"{content.progress}落後部分已於月底完成決標，下季趕辦。"
    return replace(content, progress=words)


def _work(work: WorkItem, light: Light, month: str) -> WorkSaid:
    if not work.start or not work.end:
        return WorkSaid("under_way", "50")
    if work.start > month:
        return WorkSaid("not_begun", "0")
    if work.end > month:
        share = (
            _WHOLE * (_count(month) - _count(work.start) + 1) // (_count(work.end) - _count(work.start) + 1)
        )
        return WorkSaid("under_way", f"{share}")
    late = light is not Light.GREEN and _drawn(work.key, 4) == 0
    return WorkSaid("under_way", "80", "驗收中") if late else WorkSaid("done", "100")


def _actual(asked: AskedIndicator, light: Light, year: int, quarter: int) -> ActualSaid | None:
    kind = Kind(asked.definition.kind)
    wanted = {each.year: each for each in asked.definition.targets.all()}
    target = wanted.get(year)
    if kind in {Kind.MILESTONE, Kind.QUALITATIVE}:
        reached = quarter == _TO_MONTH + 1 and light is not Light.RED
        return (
            ActualSaid(done="yes" if reached else "no", words="依期程辦理。") if target is not None else None
        )
    if target is None or target.value is None:
        return None
    value = _at_quarter(kind, target, wanted.get(year - 1), quarter)
    pace = _BEHIND[light] if asked.definition.direction != Direction.LOWER else 2 - _BEHIND[light]
    return ActualSaid(
        f"{_rounded(value if kind is Kind.RANGE else value * pace, target.value)}", asked.definition.unit
    )


def _at_quarter(kind: Kind, target: IndicatorTarget, before: IndicatorTarget | None, quarter: int) -> Decimal:
    """Where a figure that keeps pace stands by the end of a quarter."""
    value, share = target.value or Decimal(0), Decimal(quarter) / 4
    if kind is Kind.RANGE:
        return (value + (target.upper or value)) / 2
    if kind in {Kind.ANNUAL, Kind.RECURRING}:
        return value * share
    start = Decimal(0) if before is None or before.value is None else before.value
    return start + (value - start) * share


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Up, with as many decimals as the target has and two at most: what keeps pace is not behind by a fraction."""
    places = _ONE if like == like.to_integral_value() else Decimal("0.01")
    return value.quantize(places, ROUND_CEILING)


def _month(year: int, quarter: int) -> str:
    return f"{year + OFFSET}-{quarter * _TO_MONTH:02d}"


def _count(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * _MONTHS + int(number)


def _how(light: Light) -> str:
    return "依期程辦理" if light is Light.GREEN else "部分落後"


def _name(work: WorkItem) -> str:
    return work.text or work.approach_title or work.work_no


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _drawn(key: str, sides: int) -> int:
    """A number below ``sides`` that is a key's own, the same each time."""
    return hashlib.sha256(key.encode()).digest()[0] % sides
