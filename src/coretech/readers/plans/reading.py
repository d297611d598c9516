"""Reading a plan of whichever kind: told, or found out by what the document holds."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from coretech.kit.sentence import Sentence
from coretech.readers.annual.reader import read_annual
from coretech.readers.files.errors import FileError
from coretech.readers.plan.reader import read_plan
from coretech.readers.plans.finding import Finding
from coretech.readers.programme.reader import read_programme


class Kind(StrEnum):
    """The kinds of a plan."""

    PROGRAMME = "programme"
    PLAN = "plan"
    ANNUAL = "annual"


class Document(Protocol):
    """A plan as read, of any kind."""

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a careful clerk would send back."""
        ...

    def as_json(self) -> dict[str, object]:
        """The whole of it as the contract has it."""
        ...


READERS: dict[Kind, Callable[[str], Document]] = {
    Kind.PROGRAMME: read_programme,
    Kind.PLAN: read_plan,
    Kind.ANNUAL: read_annual,
}
_HELD = {
    Kind.PROGRAMME: ("work_items", "targets"),
    Kind.PLAN: ("goals",),
    Kind.ANNUAL: ("goals", "programmes"),
}


def read_any(text: str, kind: Kind | None = None) -> Document:
    """The plan a text holds; without a kind, that of the reader which finds most in it.

    Raises:
        FileError: where no reader finds anything; a kind that is told is read as told.
    """
    if kind is not None:
        return READERS[kind](text)
    read = {each: reader(text) for each, reader in READERS.items()}
    weights = {each: _weight(each, document) for each, document in read.items()}
    best = max(weights, key=lambda each: weights[each])
    if not weights[best]:
        raise FileError(
            Sentence(
                "看不出這是哪一種計畫：沒有期程表、目標表，也沒有施政目標與重要計畫。請確認檔案，或以 --kind 指定。",
                "This is no plan we know: no schedules or targets, no goals with measures, no goals with programmes. "
                "Check the file, or tell its kind with --kind.",
            )
        )
    return read[best]


def _weight(kind: Kind, document: Document) -> int:
    """How much of its kind a document holds; a tree weighs by what hangs on it."""
    said = document.as_json()
    return sum(_count(said[name]) for name in _HELD[kind])


def _count(value: object) -> int:
    if isinstance(value, list):
        return sum(1 + _count(each) for each in value)
    if isinstance(value, dict):
        return sum(_count(each) for each in value.values() if isinstance(each, list | dict))
    return 0
