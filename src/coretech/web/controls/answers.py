"""What each item says of somebody's figures, ready to be drawn: with what is missing and where to add it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from coretech.engines.controls.evaluating import Result, evaluate
from coretech.engines.controls.facts import Facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.regimes import Item, Regime
from coretech.engines.controls.truth import Answer
from coretech.kit.sentence import Sentence
from coretech.web.controls import sold
from coretech.web.controls.asked import THROUGHPUT
from coretech.web.controls.words import OUTCOMES, POLICIES, criterion_words
from coretech.web.shell.parts import Tag

_CRITERION = Sentence(
    "資料來源沒有寫出這一項的條件，無從判斷；請查該國法規原文。",
    "The source does not give this item's criterion; look into that country's own rule.",
)

_FIRST = (Answer.YES, Answer.UNDETERMINED, Answer.NO)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would settle the matter, and the field to give it in; no field where nobody can."""

    words: Sentence
    field: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An item with its outcome, why, and where the rule stands."""

    regime: Regime
    item: Item
    outcome: Answer
    tag: Tag
    reason: Sentence
    missing: tuple[Missing, ...]
    criterion: Sentence | None
    source: str
    policy: Sentence | None
    policy_reason: Sentence | None
    policy_citation: str
    href: str


def answered(facts: Facts, day: dt.date) -> list[Answered]:
    """Every item that speaks to the facts, those that control first, then those that cannot be told."""
    items = {(regime.id, item.id): (regime, item) for regime in bundled() for item in regime.items}
    found = [_answer(each, *items[each.regime, each.item], day) for each in evaluate(facts, bundled(), day)]
    return sorted(found, key=lambda each: _FIRST.index(each.outcome))


def _answer(result: Result, regime: Regime, item: Item, day: dt.date) -> Answered:
    vintage = item.on(day)
    policy = result.policy
    return Answered(
        regime,
        item,
        result.outcome,
        OUTCOMES[result.outcome],
        result.reason,
        tuple(_missing(result)),
        None if vintage is None else criterion_words(vintage.when),
        "" if vintage is None else vintage.source,
        None if policy is None or policy.outcome is None else POLICIES[policy.outcome],
        None if policy is None else policy.reason,
        "" if policy is None else policy.citation,
        f"{reverse('controls')}?on={day.isoformat()}#{anchor(regime, item)}",
    )


def anchor(regime: Regime, item: Item) -> str:
    """Where an item stands on the page of regimes."""
    return f"{regime.id}-{item.id}"


def _missing(result: Result) -> Iterator[Missing]:
    for name in result.missing:
        if name == "criterion":
            yield Missing(_CRITERION, "")
        else:
            field = sold.tops_name(16) if name == THROUGHPUT else name
            yield Missing(parameters()[name].label, field)
