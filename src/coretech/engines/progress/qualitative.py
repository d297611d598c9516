"""Told in words: nothing is reckoned, and nothing pretends to be."""

from collections.abc import Sequence
from dataclasses import replace

from coretech.engines.progress.figures import Observed
from coretech.engines.progress.pace import NO_WAY
from coretech.engines.progress.reckoned import Status, Whole, YearReckoned
from coretech.engines.progress.years import Asked, waiting
from coretech.engines.progress.years import years as plain_years
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "質化目標不計算比率；回報是否達成（是、否），由承辦人判斷，系統只列示。",
    "No share is reckoned for a target in words; whether it is met (yes or no) is the officer's judgement, and is only"
    " shown.",
)


def formula(_case: Asked) -> Sentence:
    """The same for every target in words."""
    return FORMULA


def years(case: Asked) -> tuple[YearReckoned, ...]:
    """Each year with words for a target: met or missed as the officer says."""
    said = {each.year: each for each in case.actuals if each.done is not None}
    return tuple(
        replace(year, share=None, status=_status(case, year, said.get(year.year)))
        for year in plain_years(case)
    )


def whole(_case: Asked, _found: Sequence[YearReckoned]) -> Whole:
    """No share, no pace, no end."""
    return Whole(None, None, None, NO_WAY, ())


def _status(case: Asked, year: YearReckoned, said: Observed | None) -> Status:
    if year.target is None or not (year.target.words or year.target.value is not None):
        return Status.NO_TARGET
    if said is None:
        return waiting(year.year, case.today)
    return Status.MET if said.done else Status.MISSED
