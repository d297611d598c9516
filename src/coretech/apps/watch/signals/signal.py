"""A signal: one thing that moved around a technology, when it became known, and where it stands."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Kind(StrEnum):
    """Where a signal comes from."""

    FOREIGN_LIST = "foreign_list"
    INDICATOR = "indicator"
    QUESTION = "question"
    FIND = "find"
    CANDIDATE = "candidate"
    REGISTER = "register"
    SUPPLY = "supply"


KINDS = {
    Kind.FOREIGN_LIST: Sentence("外國清單", "Foreign lists"),
    Kind.INDICATOR: Sentence("指標", "Indicators"),
    Kind.QUESTION: Sentence("範疇詢問", "Scope questions"),
    Kind.FIND: Sentence("計畫比對", "Finds"),
    Kind.CANDIDATE: Sentence("候選項目", "Candidates"),
    Kind.REGISTER: Sentence("清單變更", "The list"),
    Kind.SUPPLY: Sentence("關鍵物資", "Supplies"),
}

COLOURS = {
    Kind.FOREIGN_LIST: "purple",
    Kind.INDICATOR: "blue",
    Kind.QUESTION: "teal",
    Kind.FIND: "yellow",
    Kind.CANDIDATE: "orange",
    Kind.REGISTER: "green",
    Kind.SUPPLY: "magenta",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that moved.

    Attributes:
        topic: the key of the technology it is about.
        kind: where it comes from.
        at: when this installation knew of it.
        what: what moved, in a sentence.
        source: what tells it.
        href: where it stands, below the address of the installation.
        dated: the day it happened by its source, as exactly as that tells it (``2024-02``); empty where it is ``at``.
        shared: whether whoever reads signals may know of it, so that an assessment may cite it.
    """

    topic: str
    kind: Kind
    at: dt.datetime
    what: Sentence
    source: Sentence
    href: str
    dated: str = ""
    shared: bool = True

    @property
    def key(self) -> str:
        """A name for it among a technology's signals that stays the same and tells nothing."""
        said = f"{self.kind}\n{self.at.isoformat()}\n{self.what.zh}\n{self.href}"
        return hashlib.sha256(said.encode()).hexdigest()[:12]
