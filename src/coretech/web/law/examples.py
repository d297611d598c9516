"""An example for every other reading: facts on which it and the reading in force give different answers."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coretech.kit.sentence import Sentence
from coretech.law import Reading, Ruling, ask
from coretech.law.describe import Described
from coretech.web.law.addresses import answer_address
from coretech.web.law.said import facts_said


@dataclass(frozen=True, slots=True)
class Example:
    """Facts in words, what the reading in force and the other one make of them, and the calculator's address."""

    facts: list[tuple[Sentence, Sentence]]
    ruling: Ruling
    other: Reading
    address: str


@cache
def _examples() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    text = (files("coretech.web.law") / "examples.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def example_of(described: Described, reading: str, as_of: dt.date) -> Example:
    """The example of a reading, asked under the law of a day.

    Raises:
        KeyError: for a reading without an example; the tests ask for every one there is.
    """
    facts = _examples()[described.question.id][reading]
    ruling = ask(described.question.id, facts, as_of=as_of)
    other = next(each for each in ruling.readings if each.id == reading)
    return Example(facts_said(described, facts), ruling, other, answer_address(described, facts))
