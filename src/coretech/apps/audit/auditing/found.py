"""What an audit found: each fault by its place, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from coretech.kit.sentence import Sentence

MOST_NAMED = 1_000
"""How many faults are named; all are counted."""


class Wrong(Enum):
    """What can be wrong with a place."""

    DIFFERS = Sentence("與當初寫入的不同", "differs from what was written")
    MISSING = Sentence("不見了", "missing")
    STRANGE = Sentence("沒有任何一筆紀錄寫過", "written by no act")
    TAKEN = Sentence("編號已被用過", "its number is taken")
    BEYOND = Sentence("紀錄已不到它簽署時的筆數", "the log no longer reaches as far as it signed")
    FORKED = Sentence("紀錄已不是它簽署時的內容", "the log is no longer what it signed")


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where what lies in the database is not what was written: ``act 17``, and of it ``public``."""

    place: str
    part: str
    wrong: Wrong

    @property
    def sentence(self) -> Sentence:
        """The fault in words; the place is named as the database names it, in both languages."""
        where = f"{self.place}: {self.part}" if self.part else self.place
        between = " " if self.part else ": "
        return Sentence(f"{where}{between}{self.wrong.value.zh}", f"{where}{between}{self.wrong.value.en}")

    def __str__(self) -> str:
        """The fault in English, as programs read it."""
        return self.sentence.en


@dataclass(slots=True)
class Faults:
    """Faults as they are found: the first ones named, all counted."""

    named: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, place: str, part: str = "", wrong: Wrong = Wrong.DIFFERS) -> None:
        """Take one more."""
        self.count += 1
        if len(self.named) < MOST_NAMED:
            self.named.append(Fault(place, part, wrong))


@dataclass(frozen=True, slots=True)
class Audit:
    """A full recomputation of the log.

    Attributes:
        size: how many acts there are.
        root: the Merkle root over them, in hex.
        rows: how many bound rows were compared.
        broken: what no longer holds, the first `MOST_NAMED` by name.
        faults: how many there are in all.
        roots: the root at each size that was asked for; None where acts are missing before it.
    """

    size: int
    root: str
    rows: int
    broken: tuple[Fault, ...]
    faults: int
    roots: Mapping[int, bytes | None]
