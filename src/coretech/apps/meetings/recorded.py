"""Rulings as an item keeps them: what the law said then is shown as it was said."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article, Level, Outcome, Reading, Ruling

IN_FORCE = "in-force"
"""How an item names the reading in force, beside the names of the other readings."""


def recorded_ruling(kept: Mapping[str, Any]) -> Ruling:
    """The ruling that `Ruling.as_dict` was kept of; warnings are kept as codes only and do not come back."""
    return Ruling(
        question=kept["question"],
        outcome=Outcome(kept["outcome"]),
        articles=tuple(Article(number, Level(kept["level"][number])) for number in kept["articles"]),
        reason=Sentence(**kept["reason"]),
        values=kept["values"],
        readings=tuple(Reading(name, Outcome(outcome)) for name, outcome in kept["readings"].items()),
        disputed=kept["disputed"],
        as_of=None if kept["as_of"] is None else dt.date.fromisoformat(kept["as_of"]),
    )


def outcomes_of(ruling: Ruling) -> Mapping[str, Outcome]:
    """What each reading gives: the one in force first, then the others by name."""
    return {IN_FORCE: ruling.outcome, **{reading.id: reading.outcome for reading in ruling.readings}}
