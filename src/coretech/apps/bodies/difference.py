"""What a file would change on a body, before anything is changed: nothing is ever deleted by an import."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.models import Body
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import heading
from coretech.readers.seats.grid import Finding
from coretech.readers.seats.rows import SeatRow

_OF_SEAT = ("category", "group", "convener", "represents")
_OF_TERM = ("person", "name_zh", "name_en", "post_zh", "post_en", "convenes_as", "end", "fills")


class Kind(StrEnum):
    """What a row of the file amounts to."""

    SEAT = "seat"
    APPOINTMENT = "appointment"
    ENDING = "ending"
    GONE = "gone"


KINDS = {
    Kind.SEAT: Sentence("新增席位", "New seat"),
    Kind.APPOINTMENT: Sentence("新增聘（派）任", "New appointment"),
    Kind.ENDING: Sentence("登錄離任", "Seat left"),
    Kind.GONE: Sentence("檔案中沒有，保留不動", "Not in the file; kept"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs from the record, and what it would do."""

    kind: Kind
    row: SeatRow


@dataclass(slots=True)
class Difference:
    """Everything a file would change, what it leaves alone, and what in it cannot be taken over."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Finding] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[SeatRow]:
        """The rows of these kinds, in the file's order."""
        return [change.row for change in self.changes if change.kind in kinds]

    @property
    def writes(self) -> bool:
        """Whether anything would be written."""
        return any(change.kind is not Kind.GONE for change in self.changes)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of each kind."""
        return {kind.value: len(self.of(kind)) for kind in Kind} | {"unchanged": self.unchanged}

    @property
    def digest(self) -> str:
        """A fingerprint of what would change, so that what is confirmed is what was shown."""
        told = [[change.kind.value, *_told(change.row)] for change in self.changes]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def difference(body: Body, rows: Iterable[SeatRow]) -> Difference:
    """Compare a file's rows with the record, seat by seat and term by term."""
    found, given = Difference(), list(rows)
    known = {(row.seat, row.start): row for row in rows_of(body)}
    seats = {row.seat: row for row in known.values()}
    told: set[tuple[int, object]] = set()
    for row in given:
        if (row.seat, row.start) in told and row.start is not None:
            _complain(found, row, "start", _TWICE)
            continue
        told.add((row.seat, row.start))
        _seat(found, row, seats)
        _term(found, row, known.get((row.seat, row.start)))
    gone = [row for key, row in known.items() if key not in told and row.start is not None]
    found.changes += [Change(Kind.GONE, row) for row in gone]
    return found


_TWICE = Sentence("同一席次、同一首日出現兩次。", "The same seat and first day are there twice.")
_OFFICIAL = Sentence(
    "與紀錄不同。已登錄的事實不由匯入更改；請登錄離任，再另行聘任。",
    "It differs from the record. An import changes no recorded fact: enter that the seat was left, then appoint.",
)
_LEFT_OTHERWISE = Sentence(
    "離任已登錄，與紀錄不同，不再變更。",
    "Leaving is on record already and differs; it does not change any more.",
)
_BOTH = Sentence("離任日與離任原因應一併填寫。", "Give both the day the seat was left and why.")
_NO_TERM = Sentence(
    "有姓名而無任期首日，請補上。", "There is a name without the first day of a term; give it."
)


def _seat(found: Difference, row: SeatRow, seats: dict[int, SeatRow]) -> None:
    """A seat that is not there yet is new; one that is must be told as it is."""
    known = seats.get(row.seat)
    if known is None:
        seats[row.seat] = row
        found.changes.append(Change(Kind.SEAT, row))
        return
    for name in _OF_SEAT:
        if getattr(row, name) != getattr(known, name):
            _complain(found, row, name, _OFFICIAL)
            return


def _term(found: Difference, row: SeatRow, known: SeatRow | None) -> None:
    if bool(row.left_on) != bool(row.left_why):
        _complain(found, row, "left_on", _BOTH)
    elif row.start is None:
        if row.name_zh or row.person:
            _complain(found, row, "start", _NO_TERM)
    elif known is None:
        found.changes.append(Change(Kind.APPOINTMENT, row))
    elif (wrong := _other(row, known)) is not None:
        _complain(found, row, wrong, _OFFICIAL)
    elif (row.left_on, row.left_why) == (known.left_on, known.left_why):
        found.unchanged += 1
    elif known.left_on is None:
        found.changes.append(Change(Kind.ENDING, row))
    else:
        _complain(found, row, "left_on", _LEFT_OTHERWISE)


def _other(row: SeatRow, known: SeatRow) -> str | None:
    """The first fact of a term that differs; a row without a number means the person of that name."""
    same = replace(row, person=known.person) if row.person is None else row
    return next((name for name in _OF_TERM if getattr(same, name) != getattr(known, name)), None)


def _complain(found: Difference, row: SeatRow, column: str, sentence: Sentence) -> None:
    found.findings.append(Finding(row.line, heading(column), sentence))


def _told(row: SeatRow) -> list[str]:
    plain = replace(row, line=0)
    return [str(getattr(plain, name)) for name in SeatRow.__dataclass_fields__]
