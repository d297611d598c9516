"""Two stored versions compared, and the comparison as rows for a table or as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.lists.comparing import Change, Comparison, compared
from coretech.apps.lists.queries import Standing, version_of
from coretech.apps.lists.versions import as_file
from coretech.readers.lists.records import Entry

COLUMNS = ("kind", "proposed", "score", "left_code", "left_name", "right_code", "right_name")


@dataclass(frozen=True, slots=True)
class Sides:
    """Two versions with what became of the left in the right."""

    left: Standing
    right: Standing
    comparison: Comparison

    @property
    def same_list(self) -> bool:
        """Whether both are versions of one list."""
        return self.left.version.list_id == self.right.version.list_id


def compared_versions(left: str, right: str) -> Sides:
    """Two versions by their codes.

    Raises:
        Refused: (HTTP 404) where there is no such version.
    """
    first, second = version_of(left), version_of(right)
    found = compared(as_file(first.version).entries, as_file(second.version).entries)
    return Sides(first, second, found)


def as_data(sides: Sides) -> list[dict[str, object]]:
    """The changes for programs."""
    return [
        {
            "kind": each.kind.value,
            "proposed": each.proposed,
            "score": None if each.score is None else round(each.score, 3),
            "left": [_told(entry) for entry in each.left],
            "right": [_told(entry) for entry in each.right],
        }
        for each in sides.comparison.changes
    ]


def as_rows(sides: Sides) -> Iterator[list[str]]:
    """The changes as a table, its heading first; a change of several items has a line for each pair."""
    yield list(COLUMNS)
    for each in sides.comparison.changes:
        score = "" if each.score is None else f"{each.score:.3f}"
        for left, right in _pairs(each):
            yield [each.kind.value, "yes" if each.proposed else "no", score, *_cells(left), *_cells(right)]


def _pairs(change: Change) -> list[tuple[Entry | None, Entry | None]]:
    return [(left, right) for left in change.left or (None,) for right in change.right or (None,)]


def _cells(entry: Entry | None) -> list[str]:
    return ["", ""] if entry is None else [entry.code, _name(entry)]


def _told(entry: Entry) -> dict[str, object]:
    return {"code": entry.code, "names": dict(entry.names)}


def _name(entry: Entry) -> str:
    own = (name for tag, name in entry.names.items() if tag not in entry.translated)
    return next(own, "") or next(iter(entry.names.values()))
