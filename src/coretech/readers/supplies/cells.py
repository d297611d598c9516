"""The cells of one line by their columns, and what is complained of in them."""

import unicodedata
from collections.abc import Mapping

from coretech.kit.sentence import Sentence
from coretech.readers.seats.grid import letter
from coretech.readers.supplies.lines import LONGEST_CELL, Line, too_long
from coretech.readers.supplies.records import RowError

_LONGEST_SHOWN = 80
_NO_HEADING = Sentence(
    "這一格在所有欄位之外，沒有標題；請移到所屬的欄位。",
    "It stands beside the columns, under no heading; move it to its column.",
)


class Cells:
    """The cells of a line; ``places`` are the columns' places from 0, ``width`` how many headings there are."""

    __slots__ = ("_line", "_places", "errors")

    def __init__(self, line: Line, places: Mapping[str, int], width: int) -> None:
        """Begin with what was wrong before anything was read."""
        self._line, self._places = line, places
        self.errors: list[RowError] = []
        if line.flaws:
            self._tell_flaws()
        if len(line.cells) > width:
            self._tell_surplus(width)

    @property
    def number(self) -> int:
        """The line's number."""
        return self._line.number

    def text(self, name: str) -> str:
        """A cell's words; none where the line or the table has no such cell."""
        place = self._places.get(name)
        cells = self._line.cells
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def words(self, name: str) -> str:
        """A cell's words, where they may be anything that can be printed; too many, or others, are complained of."""
        text = self.text(name)
        if len(text) > LONGEST_CELL:
            self.complain(name, too_long())
        elif not text.isprintable() and any(unicodedata.category(each) in {"Cc", "Cs"} for each in text):
            self.complain(
                name, Sentence("含有換行或控制字元，請刪除。", "Take out line breaks and control characters.")
            )
        return text

    def complain(self, name: str, sentence: Sentence) -> None:
        """Note what is wrong with a cell, or with the whole line where no column is named."""
        place = self._places.get(name)
        self.errors.append(self._error(name, None if place is None else place + 1, self.text(name), sentence))

    def _error(self, name: str, place: int | None, value: str, sentence: Sentence) -> RowError:
        # JSON's objects are numbered, but have no cells; their column names are all there is to say.
        cell = "" if place is None or self._line.in_object else f"{letter(place)}{self.number}"
        return RowError(self.number, name, cell, _shown(value), sentence)

    def _tell_flaws(self) -> None:
        names = {place + 1: name for name, place in self._places.items()}
        for place, sentence in self._line.flaws:
            if not place or place in names:
                self.complain(names.get(place, ""), sentence)

    def _tell_surplus(self, width: int) -> None:
        for place, value in enumerate(self._line.cells[width:], start=width + 1):
            if value.strip():
                self.errors.append(self._error("", place, value, _NO_HEADING))


def _shown(value: str) -> str:
    """What stands in a cell, as a page can print it."""
    return "".join(each if each.isprintable() else " " for each in value[:_LONGEST_SHOWN])
