"""Indicators proposed from the targets of a plan's version; a controller confirms them or changes what they mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.plans.models import PlanVersion, Target
from coretech.apps.reports.models import Indicator
from coretech.engines.progress.figures import Comparator
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.proposing import Cell, cells_of, proposed_kind
from coretech.engines.progress.series import Series, series_of
from coretech.kit.sentence import Sentence

_LOWER = re.compile(r"降至|降低|縮短|減少|減量|低於|不超過|以下")
_CARRIED = Sentence(
    "文件有的年度為當年數、有的為累計；當年數已加上前期，換算為累計，原文仍列於旁。",
    "The document gives some years by themselves and some from the start; the former are carried over into counts from"
    " the start, with the printed words beside them.",
)
_FALLS = Sentence("載有「降」「減」等字：建議愈低愈好。", "It speaks of less: lower is better.")


@dataclass(frozen=True, slots=True)
class ProposedYear:
    """What a proposed indicator wants in a ROC year, as the columns of a target."""

    year: int
    value: Decimal | None
    upper: Decimal | None
    words: str
    comparator: str = Comparator.PLAIN.value


@dataclass(frozen=True, slots=True)
class Proposed:
    """An indicator as it would stand: its key, the target it is read from, its meaning, and why."""

    key: str
    target: Target
    name: str
    kind: Kind
    direction: Direction
    unit: str
    years: tuple[ProposedYear, ...]
    reason: Sentence


def proposals_for(version: PlanVersion) -> list[Proposed]:
    """What the version's targets propose, without those that the plan has already; two queries."""
    there = set(Indicator.objects.filter(plan=version.plan).values_list("key", flat=True))
    targets = Target.objects.filter(version=version).select_related("parent").order_by("order")
    return [each for target in targets for each in _proposed(target) if each.key not in there]


def _proposed(target: Target) -> Iterator[Proposed]:
    cells = cells_of(target.yearly)
    found = series_of(cells)
    for number, series in enumerate(found, start=1):
        yield _counted(target, cells, series, number, alone=len(found) == 1)
    if not found and _worded(target):
        yield _in_words(target, cells)


def _counted(target: Target, cells: Sequence[Cell], series: Series, number: int, *, alone: bool) -> Proposed:
    """One figure of the target followed over the years; a year with words alone goes with the first."""
    kind, reason = proposed_kind(target.text, series.cells)
    falls = bool(_LOWER.search(target.text)) and kind in {Kind.LEVEL, Kind.ANNUAL}
    figured = {cell.year for cell in cells if cell.figures}
    reasons = (reason, *((_CARRIED,) if series.carried else ()), *((_FALLS,) if falls else ()))
    points = [ProposedYear(each.year, each.value, each.upper, each.words) for each in series.points]
    if number == 1:
        points += [each for each in _worded(target) if each.year not in figured]
    return Proposed(
        target.key if number == 1 else f"{target.key}_{number}",
        target,
        _named(target, series, alone=alone),
        kind,
        _direction(kind, falls=falls),
        series.unit,
        tuple(sorted(points, key=lambda each: each.year)),
        Sentence("".join(each.zh for each in reasons), " ".join(each.en for each in reasons)),
    )


def _in_words(target: Target, cells: Sequence[Cell]) -> Proposed:
    kind, reason = proposed_kind(target.text, cells)
    years = tuple(_worded(target))
    return Proposed(target.key, target, _base(target), kind, Direction.HIGHER, "", years, reason)


def _worded(target: Target) -> list[ProposedYear]:
    """The years that have words for a target; where the words are not kept, the line they stand on is told."""
    return [
        ProposedYear(int(each["year"]), None, None, each["text"] or f"見原文第{target.line}行")
        for each in target.yearly
        if each["status"] == "text"
    ]


def _direction(kind: Kind, *, falls: bool) -> Direction:
    if kind is Kind.RANGE:
        return Direction.WITHIN
    return Direction.LOWER if falls else Direction.HIGHER


def _base(target: Target) -> str:
    if target.text:
        return target.text
    title = target.measure_title or (target.parent.title if target.parent is not None else "")
    return f"{title}（指標 {target.code}）" if title else f"指標 {target.code}"


def _named(target: Target, series: Series, *, alone: bool) -> str:
    if alone:
        return _base(target)
    unit = series.unit or "無單位"
    return f"{_base(target)}：{unit}{f'之{series.place}' if series.place > 1 else ''}"
