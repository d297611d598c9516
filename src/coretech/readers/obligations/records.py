"""A duty of another law: who, what, since when, by which article, and from what source."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Actor(StrEnum):
    """Whom a duty is on."""

    COMPANY = "company"
    EMPLOYEE = "employee"
    UNIVERSITY = "university"
    INSTITUTE = "institute"
    AGENCY = "agency"
    EXPERT = "expert"
    INVESTOR = "investor"


class Tie(StrEnum):
    """What brings a duty about: the listing, public money beside it, another list, or nothing of the kind."""

    LISTED = "listed"
    FUNDED = "funded"
    OTHER_LIST = "other_list"
    ALWAYS = "always"


class Verb(StrEnum):
    """What a provision does."""

    FORBIDS = "forbids"
    REQUIRES = "requires"
    PUNISHES = "punishes"
    ALLOWS = "allows"
    EXPLAINS = "explains"


class Checked(StrEnum):
    """How far the article was checked: in a bundled source, in a public text named beside it, or not at all."""

    BUNDLED = "bundled"
    PUBLIC = "public"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a duty was read; ``url`` is empty for what has no address."""

    key: str
    name: Sentence
    bundled: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A statute, or a group of rules under one heading."""

    id: str
    name: Sentence


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of the checklist; the days are None where no source gives them, both included where one does."""

    id: str
    law: Law
    place: Sentence
    tie: Tie
    verb: Verb
    actors: frozenset[Actor]
    what: Sentence
    sources: tuple[Source, ...]
    checked: Checked
    start: dt.date | None = None
    until: dt.date | None = None
    note: Sentence | None = None

    @property
    def verified(self) -> bool:
        """Whether the article stands in a source this system rests on."""
        return self.checked is Checked.BUNDLED

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is in force on a day, as far as its days are known."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)
