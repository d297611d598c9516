"""What is implausible in a commodity's figures, with its rule: jumps, and periods that do not balance."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.supplies.state import State
from coretech.engines.supplies.balance import Agreement, balances
from coretech.engines.supplies.figures import NAMES, Figure
from coretech.engines.supplies.jumps import jumps
from coretech.engines.supplies.periods import Period
from coretech.engines.supplies.use import UseRule
from coretech.kit.sentence import Sentence

_JUMP = Sentence("較平常變動大", "changed more than it ever does")
_BALANCE = Sentence("收支不平衡", "does not balance")


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure to be asked about; ``key`` tells the same one again."""

    key: str
    period: Period
    what: Sentence
    formula: Sentence
    steps: tuple[Sentence, ...]

    @property
    def day(self) -> dt.date:
        """The period's last day."""
        return self.period.end


def findings_of(state: State) -> list[Finding]:
    """Everything implausible, the newest first."""
    return sorted([*_jumps(state), *_unbalanced(state)], key=lambda each: each.day, reverse=True)


def _jumps(state: State) -> Iterator[Finding]:
    for figure in Figure:
        name = NAMES[figure]
        for each in jumps(state.returns, figure) or ():
            period = Period(each.told.period_start, each.told.period_end)
            what = Sentence(f"{name.zh}{_JUMP.zh}", f"{name.en} {_JUMP.en}")
            key = f"{figure.value}:{period.end}:{each.value:.4f}"
            yield Finding(key, period, what, each.formula, each.steps)


def _unbalanced(state: State) -> Iterator[Finding]:
    for each in balances(state.returns, UseRule(state.commodity.use_rule)):
        if each.agreement is Agreement.DIFFERS:
            period = Period(each.told.period_start, each.told.period_end)
            key = f"balance:{period.end}:{each.difference:.4f}"
            yield Finding(key, period, _BALANCE, each.formula, each.steps)
