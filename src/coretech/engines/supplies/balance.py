"""The balance of a period: what was there and came must be what went and is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from coretech.engines.supplies.figures import NAMES, Figure, Return
from coretech.engines.supplies.use import UseRule, used_in
from coretech.engines.supplies.wording import shown, span
from coretech.kit.sentence import Sentence

TOLERANCE = Decimal("0.01")
"""A hundredth of what was there and came: rounding, losses and moisture. Our judgement."""

_FORMULA = Sentence(
    "期初存量＋生產量＋進口量−出口量−用量＝期末存量，容許差距為期初存量與流入量合計之一定比例",
    "opening stock + production + imports − exports − use = closing stock, within a share of opening stock and inflow",
)
_IN = (Figure.PRODUCTION, Figure.IMPORTS)


class Agreement(StrEnum):
    """Whether a period balances; unchecked where a figure is missing or the period before is not there."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Balance:
    """A period's balance; ``difference`` is the closing stock reported less the one reckoned."""

    told: Return
    agreement: Agreement
    reckoned: Decimal | None
    difference: Decimal | None
    formula: Sentence
    steps: tuple[Sentence, ...]


def balances(returns: Iterable[Return], rule: UseRule, tolerance: Decimal = TOLERANCE) -> tuple[Balance, ...]:
    """The balance of each period but the first, in order; the use that counts is that of the rule for cover."""
    ordered = sorted(returns, key=lambda each: each.period_end)
    return tuple(_balance(before, now, rule, tolerance) for before, now in pairwise(ordered))


def _balance(before: Return, now: Return, rule: UseRule, tolerance: Decimal) -> Balance:
    if not now.follows(before):
        gap = Sentence("前一期未申報", "the period before was not reported")
        return Balance(now, Agreement.UNCHECKED, None, None, _FORMULA, (gap,))
    parts = _parts(before, now, rule)
    missing = [name for name, value in parts if value is None]
    if missing:
        return Balance(now, Agreement.UNCHECKED, None, None, _FORMULA, (_lacking(missing),))
    return _weighed(now, [value for _, value in parts if value is not None], tolerance)


def _weighed(now: Return, values: list[Decimal], tolerance: Decimal) -> Balance:
    opening, production, imports, exports, use, closing = values
    reckoned = opening + production + imports - exports - use
    difference = closing - reckoned
    agrees = abs(difference) <= tolerance * (opening + production + imports)
    steps = (_sum(now, values[:-1], reckoned), _reported(closing, difference))
    agreement = Agreement.AGREES if agrees else Agreement.DIFFERS
    return Balance(now, agreement, reckoned, difference, _FORMULA, steps)


def _parts(before: Return, now: Return, rule: UseRule) -> list[tuple[Sentence, Decimal | None]]:
    return [
        (Sentence("期初存量", "opening stock"), before.stock),
        *((NAMES[figure], now.figure(figure)) for figure in (*_IN, Figure.EXPORTS)),
        (Sentence("用量", "use"), used_in(now, rule)),
        (NAMES[Figure.STOCK], now.stock),
    ]


def _lacking(missing: list[Sentence]) -> Sentence:
    zh, en = "、".join(name.zh for name in missing), ", ".join(name.en for name in missing)
    return Sentence(f"未申報{zh}，無法核對", f"not told, so it cannot be checked: {en}")


def _sum(now: Return, values: list[Decimal], reckoned: Decimal) -> Sentence:
    days = span(now.period_start, now.period_end)
    opening, production, imports, exports, use = map(shown, values)
    sum_ = f"{opening} + {production} + {imports} − {exports} − {use} = {shown(reckoned)}"
    return Sentence(f"{days.zh}：{sum_}", f"{days.en}: {sum_}")


def _reported(closing: Decimal, difference: Decimal) -> Sentence:
    figures = shown(closing), shown(difference)
    return Sentence("申報{}，差{}".format(*figures), "reported {}, which differs by {}".format(*figures))
