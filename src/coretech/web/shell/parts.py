"""What pages hand to the components: typed, with words in both languages."""

import datetime as dt
from dataclasses import dataclass

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Tag:
    """A word on a coloured ground; the word alone says everything, the colour only helps."""

    words: Sentence
    colour: str = "grey"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: Sentence
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do; without ``href`` it is not open yet."""

    title: Sentence
    status: Sentence
    href: str | None = None
    colour: str = "grey"
    hint: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline."""

    when: dt.date | dt.datetime
    what: Sentence
    who: Sentence | None = None
    note: Sentence | None = None
    href: str | None = None
