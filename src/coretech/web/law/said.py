"""Facts in words, as an example or an answer names them."""

import datetime as dt
from collections.abc import Mapping

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.citation import in_a_row
from coretech.law.describe import KINDS, Described, Fact
from coretech.law.kinship import describe
from coretech.law.terms import Step
from coretech.web.law.words import ANSWERS, NO, NOTHING, STEPS, YES, choices_of, label_of, open_list


def facts_said(described: Described, facts: Mapping[str, object]) -> list[tuple[Sentence, Sentence]]:
    """What was given, in the order of the question: the fact and its value."""
    return [
        (label_of(fact), _value(fact, facts[fact.name])) for fact in described.facts if fact.name in facts
    ]


def _value(fact: Fact, value: object) -> Sentence:
    if isinstance(value, list):
        return _row(fact, value)
    return NOTHING if value is None else _one(fact, value)


def _row(fact: Fact, values: list[object]) -> Sentence:
    if fact.allowed == STEPS:
        return describe([Step(str(step)) for step in values])
    return in_a_row(_one(fact, each) for each in values) if values else NOTHING


def _one(fact: Fact, value: object) -> Sentence:
    if isinstance(value, bool):
        return ANSWERS[YES if value else NO]
    words = open_list(fact)
    if words is not None:
        return words.words[str(value)]
    if fact.allowed:
        return {str(key): words for key, words in choices_of(fact.allowed).items()}[str(value)]
    if fact.kind == KINDS[dt.date]:
        return said(dt.date.fromisoformat(str(value)))
    return Sentence(str(value), str(value))
