"""A figure as somebody gives it, and as the columns of an observation."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.reports.measured.observing import TOLD_BY_YES_OR_NO, figure_in
from coretech.apps.reports.models import IndicatorDefinition
from coretech.engines.progress.kinds import Kind, Nature
from coretech.kit.refusal import bad_input
from coretech.kit.roc import roc_year

LONGEST_WORDS, LONGEST_WHY, LONGEST_FIGURE = 2000, 500, 60
QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is given for a ROC year, or for it up to the end of a quarter.

    ``value`` is as typed, in ``unit``; ``done`` is for milestones and words. ``demonstration`` marks a made-up figure.
    """

    year: int
    quarter: int | None
    nature: Nature
    value: str = ""
    unit: str = ""
    done: bool | None = None
    words: str = ""
    why: str = ""
    demonstration: bool = False


def columns_of(definition: IndicatorDefinition, figure: Figure, today: dt.date) -> dict[str, object]:
    """The figure as columns, its value in the indicator's own unit.

    Raises:
        Refused: (HTTP 422) for a period that is not of the term, an actual of a year to come, a figure in a unit that
            does not convert, or nothing at all.
    """
    _require_period(definition, figure, today)
    for field, text, longest in (
        ("words", figure.words, LONGEST_WORDS),
        ("why", figure.why, LONGEST_WHY),
        ("given_value", figure.value, LONGEST_FIGURE),
    ):
        if len(text) > longest:
            raise bad_input(field, f"請在{longest}字以內。", f"Write {longest} characters at most.")
    return {
        "year": figure.year,
        "quarter": figure.quarter,
        "nature": figure.nature.value,
        "value": _value(definition, figure),
        "done": _done(definition, figure),
        "words": figure.words.strip(),
        "given_value": figure.value.strip(),
        "given_unit": figure.unit.strip(),
        "why": figure.why.strip(),
        "demonstration": figure.demonstration,
    }


def _require_period(definition: IndicatorDefinition, figure: Figure, today: dt.date) -> None:
    if not definition.start <= figure.year <= definition.end:
        raise bad_input(
            "year",
            f"民國{figure.year}年不在指標期間（{definition.start}至{definition.end}年）之內。",
            f"ROC {figure.year} lies outside the indicator's term ({definition.start} to {definition.end}).",
        )
    if figure.quarter not in (None, *QUARTERS):
        raise bad_input("quarter", "季別為1至4。", "Quarters are 1 to 4.")
    if figure.nature is Nature.ACTUAL and figure.year > roc_year(today.year):
        raise bad_input(
            "year",
            f"民國{figure.year}年尚未開始，只能登錄預估。",
            f"ROC {figure.year} has not begun; only a forecast can be entered.",
        )


def _value(definition: IndicatorDefinition, figure: Figure) -> Decimal | None:
    if Kind(definition.kind) in TOLD_BY_YES_OR_NO:
        return None
    return figure_in(definition, figure.value, figure.unit)


def _done(definition: IndicatorDefinition, figure: Figure) -> bool | None:
    if Kind(definition.kind) not in TOLD_BY_YES_OR_NO:
        return None
    if figure.done is None:
        raise bad_input("done", "請選擇已完成或未完成。", "Choose whether it is done.")
    return figure.done
