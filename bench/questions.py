"""Questions to measure with, a line of JSON each, the same in every run."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

from coretech.law import BadFacts, ask, questions
from coretech.law.describe import Described, Fact

AS_OF = date(2025, 11, 24)
SEED = 20231205  # the day of the first list
FIRST_DAY, DAYS = date(2023, 12, 5), 1_500
MOST, LONGEST = 27, 4
VARIANTS = 100
WORDS = ("minister", "observer", "出國", "12", "13")


def mixed(count: int) -> Iterator[str]:
    """Every question of the law in turn, each on facts of many kinds that it can answer."""
    chance = _chance()
    pools = [(each.question.id, _variants(each, chance)) for each in questions()]
    for number, (question, pool) in enumerate(islice(cycle(pools), count)):
        yield _line(number, question, chance.choice(pool))


def quorums(count: int) -> Iterator[str]:
    """Whether there is a quorum, for councils of every lawful size."""
    chance = _chance()
    for number in range(count):
        members = chance.randint(21, 27)
        yield _line(
            number, "meeting.quorum", {"members_in_office": members, "present": chance.randint(0, members)}
        )


def _chance() -> Random:
    return Random(SEED)  # noqa: S311 - a reproducible mix, nothing secret


def _line(number: int, question: str, facts: dict[str, object]) -> str:
    return json.dumps({"id": number, "question": question, "facts": facts}, ensure_ascii=False)


def _variants(described: Described, chance: Random) -> list[dict[str, object]]:
    """Facts drawn by the question's own description until enough of them are possible together."""
    found: list[dict[str, object]] = []
    while len(found) < VARIANTS:
        facts = {fact.name: _value(fact, chance) for fact in described.facts}
        try:
            ask(described.question.id, facts, as_of=AS_OF)
        except BadFacts:
            continue
        found.append(facts)
    return found


def _value(fact: Fact, chance: Random) -> object:
    if fact.nullable and chance.random() < 1 / 3:
        return None
    if fact.many:
        return [_one(fact, chance) for _ in range(chance.randint(0, LONGEST))]
    return _one(fact, chance)


def _one(fact: Fact, chance: Random) -> object:
    if fact.allowed:
        return chance.choice(fact.allowed)
    if fact.kind.en == "true or false":
        return chance.random() < 1 / 2
    if fact.kind.en == "whole number from 0":
        return chance.randint(0, MOST)
    if fact.kind.en == "date":
        return (FIRST_DAY + timedelta(chance.randrange(DAYS))).isoformat()
    return chance.choice(WORDS)
