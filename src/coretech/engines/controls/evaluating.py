"""Facts held against every item that speaks to them, on a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from coretech.engines.controls.deciding import Decided, decide
from coretech.engines.controls.expression import comparisons_in, names_in
from coretech.engines.controls.facts import Facts
from coretech.engines.controls.known import Known
from coretech.engines.controls.parameters import Form, parameters
from coretech.engines.controls.policy import Licensing, licensing
from coretech.engines.controls.regimes import Item, Regime, Vintage
from coretech.engines.controls.truth import Answer
from coretech.engines.controls.wording import held, joined, lacking, not_in_force
from coretech.kit.sentence import Sentence

_PLACES = 2
_MOST_PLACES = 9


@dataclass(frozen=True, slots=True)
class Result:
    """What one item says of the facts; ``values`` are the known figures it looked at, ``policy`` stands apart."""

    regime: str
    item: str
    outcome: Answer
    citation: str
    reason: Sentence
    values: dict[str, float] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    policy: Licensing | None = None

    def as_json(self) -> dict[str, object]:
        """As the contract has it."""
        return {
            "regime": self.regime,
            "item": self.item,
            "outcome": self.outcome.value,
            "values": self.values,
            "missing": list(self.missing),
            "citation": self.citation,
            "reason": self.reason.as_dict(),
            "policy": None if self.policy is None else self.policy.as_json(),
        }


def evaluate(facts: Facts, regimes: Iterable[Regime], day: dt.date) -> list[Result]:
    """An answer for each item that speaks to the facts, in the regimes' order."""
    known = Known(facts)
    return [
        _result(regime, item, known, day)
        for regime in regimes
        for item in regime.items
        if _speaks(item, facts)
    ]


def _speaks(item: Item, facts: Facts) -> bool:
    """Whether an item is about this kind; of an untold kind, whether it asks for anything that is told."""
    if facts.kind is not None:
        return facts.kind in item.kinds
    asked = {
        fact for each in item.vintages for name in names_in(each.when) for fact in parameters()[name].needs
    }
    return bool(asked & facts.told)


def _result(regime: Regime, item: Item, known: Known, day: dt.date) -> Result:
    vintage = item.on(day)
    if vintage is None:
        values = _values(item.vintages[-1], known)
        return Result(regime.id, item.id, Answer.NO, item.citation, not_in_force(item, day), values)
    decided = _with_kind(decide(vintage.when, known), known.facts)
    policy = licensing(regime, item, known, day) if decided.answer is Answer.YES else None
    return Result(
        regime.id,
        item.id,
        decided.answer,
        item.citation,
        joined(_reasons(item, decided, known, policy)),
        _values(vintage, known),
        decided.missing if decided.answer is Answer.UNDETERMINED else (),
        None if policy is None or policy.outcome is None else policy,
    )


def _with_kind(decided: Decided, facts: Facts) -> Decided:
    """Without a kind nothing is met for sure; a figure that rules it out still does."""
    if facts.kind is not None or decided.answer is Answer.NO:
        return decided
    return Decided(Answer.UNDETERMINED, decided.atoms, ("kind", *decided.missing))


def _reasons(item: Item, decided: Decided, known: Known, policy: Licensing | None) -> Iterator[Sentence]:
    seen = held(decided.atoms, known)
    if decided.answer is Answer.YES:
        yield Sentence(f"屬管制範圍：{seen.zh}。", f"Controlled: {seen.en}.")
    elif decided.answer is Answer.NO:
        yield Sentence(f"不屬管制範圍：{seen.zh}。", f"Not controlled: {seen.en}.")
    else:
        wanted = lacking(decided.missing)
        yield Sentence(f"尚不能判斷；缺少{wanted.zh}。", f"Cannot be told yet; missing: {wanted.en}.")
    if item.note is not None:
        yield item.note
    yield from known.facts.notes
    if policy is not None:
        yield policy.reason


def _values(vintage: Vintage, known: Known) -> dict[str, float]:
    """The known figures that a criterion looks at, to two decimals, or as many as tell them from its limits."""
    found = {}
    for name in names_in(vintage.when):
        span = known.span(name) if parameters()[name].form is Form.QUANTITY else None
        if span is not None and span.known:
            limits = [
                Fraction(each.value)
                for each in comparisons_in(vintage.when)
                if each.name == name and not isinstance(each.value, str)
            ]
            found[known.called(name)] = _rounded(span.low, limits)
    return found


def _rounded(value: Fraction, limits: list[Fraction]) -> float:
    for places in range(_PLACES, _MOST_PLACES):
        rounded = round(value, places)
        if all(
            (rounded < limit) == (value < limit) and (rounded > limit) == (value > limit) for limit in limits
        ):
            return float(rounded)
    return float(value)
