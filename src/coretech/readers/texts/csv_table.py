"""CSV, row by row: a quote that is never closed costs its own row and no other."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault, Row, wrong_count

DELIMITERS = (",", "\t", ";")
MOST_LINES = 500
LONGEST_CELL = 64 * 1024 * 1024
_UNCLOSED = Sentence("引號沒有結束", "a quote is opened and never closed")


class Records:
    """The rows of a text as cells, each with the line it begins on; blank lines are passed over."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines with their endings."""
        csv.field_size_limit(LONGEST_CELL)
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._number = 0
        self._delimiter = DELIMITERS[0]

    def header(self) -> tuple[str, ...]:
        """The first row's cells; the character that parts them most parts all rows."""
        first = next((line for line in iter(self._pull, None) if line.strip()), "")
        self._delimiter = max(DELIMITERS, key=first.count)
        self._again.appendleft(first)
        self._number -= 1
        found = next(self.rows(), None)
        return () if found is None or isinstance(found, Fault) else tuple(map(str.strip, found.cells))

    def rows(self) -> Iterator[Row | Fault]:
        """The rows that follow."""
        while (line := self._pull()) is not None:
            if not line.strip():
                continue
            if '"' in line:
                yield self._quoted(line)
            else:
                yield Row(self._number, tuple(line.rstrip("\r\n").split(self._delimiter)))

    def _pull(self) -> str | None:
        line = self._again.popleft() if self._again else next(self._lines, None)
        self._number += line is not None
        return line

    def _quoted(self, line: str) -> Row | Fault:
        """A row with quotes, over as many lines as they need."""
        begun, taken, ended = self._number, [line], False

        def feed() -> Iterator[str]:
            nonlocal ended
            yield line
            while len(taken) < MOST_LINES and (more := self._pull()) is not None:
                taken.append(more)
                yield more
            ended = True

        try:
            return Row(begun, tuple(next(csv.reader(feed(), delimiter=self._delimiter, strict=True))))
        except csv.Error:
            if not ended:
                return Row(begun, tuple(next(csv.reader(taken, delimiter=self._delimiter))))
        self._again.extendleft(reversed(taken[1:]))
        self._number = begun
        return Fault(begun, _UNCLOSED)


def chosen(
    rows: Iterable[Row | Fault], header: Sequence[str], wanted: Sequence[str], *, short: bool = False
) -> Iterator[Row | Fault]:
    """The wanted cells of rows; ``short`` rows lack only what is empty, where the form leaves that out."""
    places = [header.index(name) for name in wanted]
    for row in rows:
        if isinstance(row, Fault):
            yield row
            continue
        cells = row.cells
        if len(cells) < len(header) and short:
            cells += ("",) * (len(header) - len(cells))
        if len(cells) < len(header) or any(cells[len(header) :]):
            yield wrong_count(row.line, len(cells), len(header))
        else:
            yield Row(row.line, tuple(cells[place] for place in places))
