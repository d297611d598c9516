"""What a file of a list holds: its head, as far as the file tells it, and its entries in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Head:
    """A list and one of its versions, as `coretech.apps.lists.models` has them; empty where nothing is told.

    ``code`` and ``dated`` are the version's, ``list`` is the list's code.
    """

    list: str = ""
    country: str = ""
    issuer_zh: str = ""
    issuer_en: str = ""
    title_zh: str = ""
    title_en: str = ""
    code: str = ""
    dated: str = ""
    legal_basis_zh: str = ""
    legal_basis_en: str = ""
    effects: tuple[str, ...] = ()
    complete: bool | None = None
    stated_count: int | None = None
    note_zh: str = ""
    note_en: str = ""
    source_url: str = ""
    source_name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: names and description by language, which names are a rendering of ours, and where it stood.

    ``parent`` is the code of the item above, empty at the top. ``line`` counts from 1: the line of a table, or which
    item of a document it is.
    """

    code: str
    parent: str
    names: Mapping[str, str]
    translated: tuple[str, ...] = ()
    description: Mapping[str, str] = field(default_factory=dict)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to correct: where, what stands there, and what to do; line 0 is the whole file."""

    line: int
    column: str
    value: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class ListFile:
    """What was read; with faults nothing of it is to be kept."""

    head: Head
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()


def bad_file(zh: str, en: str) -> Refused:
    """The file as a whole cannot be read (HTTP 422)."""
    return bad_input("file", zh, en)
