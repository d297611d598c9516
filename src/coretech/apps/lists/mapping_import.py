"""A crosswalk on its way in: which two sides it maps, and its mappings as proposals, with every fault by its line."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from coretech.apps.lists.crosswalk import REGISTER
from coretech.apps.lists.proposing import Proposed
from coretech.apps.lists.sides import Side
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Fault
from coretech.readers.lists.sssom_file import Row, read_sssom

_ITEMS = re.compile(r"/lists/([\w-]{1,60})/items/?", re.ASCII)
_OURS = re.compile(r"/register/?")
_LONGEST_WHY = 900


@dataclass(frozen=True, slots=True)
class MappingsIn:
    """What is to be written; ``sha256`` is that of the file. With faults nothing of it is."""

    left: Side
    right: Side
    found: tuple[Proposed, ...]
    denied: int
    faults: tuple[Fault, ...]
    sha256: str


def read_mappings(raw: bytes, side_of: Callable[[str], Side], left: str = "", right: str = "") -> MappingsIn:
    """A file of SSSOM as it is to be taken in; ``left`` and ``right`` name the sides where its prefixes do not.

    Raises:
        Refused: (HTTP 422) where it cannot be read or nothing names a side; (HTTP 404) where there is no such side.
    """
    file = read_sssom(raw)
    one = side_of(left or _named(file.subjects, "left"))
    other = side_of(right or _named(file.objects, "right"))
    found: dict[object, Proposed] = {}
    faults = list(file.faults)
    for row in file.rows:
        ends = [
            _end(one, row.line, "subject_id", row.subject),
            _end(other, row.line, "object_id", row.object),
        ]
        faults += [each for each in ends if isinstance(each, Fault)]
        if not any(isinstance(each, Fault) for each in ends):
            each = _proposed(one, other, row)
            found.setdefault(each.pair, each)
    ordered = tuple(sorted(faults, key=lambda each: each.line))
    return MappingsIn(
        one, other, tuple(found.values()), file.denied, ordered, hashlib.sha256(raw).hexdigest()
    )


def _named(address: str, option: str) -> str:
    """The side that the address of a prefix is that of."""
    items = _ITEMS.search(address)
    if items is not None:
        return items[1]
    if _OURS.search(address):
        return REGISTER
    raise bad_input(
        option,
        f"檔案沒有說明「{address or option}」是哪一份清單；請以 --{option} 指定，例如 US-NSTC-2024 或 register。",
        f"The file does not say which list “{address or option}” is; name it by --{option}, such as US-NSTC-2024.",
    )


def _end(side: Side, line: int, column: str, code: str) -> Fault | None:
    if any(each.code == code for each in side.entries):
        return None
    title = side.title
    sentence = Sentence(f"「{title.zh}」沒有這個項目。", f"“{title.en}” has no such item.")
    return Fault(line, column, code, sentence)


def _proposed(left: Side, right: Side, row: Row) -> Proposed:
    why = {"words": row.comment[:_LONGEST_WHY] or "SSSOM"}
    return Proposed(left.entry(row.subject).key, right.entry(row.object).key, row.relation, None, why)
