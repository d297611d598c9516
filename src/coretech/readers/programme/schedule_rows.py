"""The rows of one schedule, put together: numbered cells by their numbers, the rest by where it continues."""

from collections.abc import Iterable

from coretech.kit.roc_spans import spans_and_rest
from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import joined
from coretech.readers.programme.cells import COLUMNS, Is, Typed, typed
from coretech.readers.programme.drafts import AgencyCell, Draft, Heading, Work
from coretech.readers.programme.headers import USUAL, columns_of
from coretech.readers.programme.numbers import approach_of, item_of


def read_rows(lines: Iterable[Line]) -> Draft:
    """Read a schedule's lines; heads that come back in mid-table part nothing."""
    reading = _Reading()
    for line in lines:
        columns = columns_of(line)
        if columns is not None:
            reading.columns = {**USUAL, **columns}
        elif line.is_row:
            reading.row(line)
    return reading.draft


class _Reading:
    """Where the reader is in a table."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.columns = dict(USUAL)
        self._item: Heading | None = None
        self._approach: Heading | None = None
        self._held = ""

    def row(self, line: Line) -> None:
        """Take one row in."""
        cells = [
            (index, part) for index, raw in enumerate(line.cells) for part in typed(raw, first=index == 0)
        ]
        works = [(index, cell) for index, cell in cells if cell.sort is Is.WORK]
        shift = self._shift(cells)
        begun = len(self.draft.works)
        for index, cell in sorted(cells, key=lambda each: self._rank(each[1], each[0] - shift)):
            self._take(cell, index - shift, line.no, begun)
        self._dates(line, cells, works, begun)

    def _rank(self, cell: Typed, column: int) -> int:
        """When a cell is taken in: an item before its approaches, those before their work, and agencies last."""
        sort = self._column_sort(column) if cell.sort is Is.TEXT else cell.sort
        return COLUMNS.index(sort) if sort in COLUMNS else len(COLUMNS)

    def _column_sort(self, column: int) -> Is | None:
        return next((sort for sort, place in self.columns.items() if place == column), None)

    def _shift(self, cells: list[tuple[int, Typed]]) -> int:
        """How far the row's cells stand right of their columns, told by its numbered ones."""
        for index, cell in cells:
            if cell.sort in {Is.WORK, Is.APPROACH, Is.ITEM}:
                return index - self.columns[cell.sort]
        return 0

    def _take(self, cell: Typed, column: int, line: int, begun: int) -> None:
        draft = self.draft
        if cell.sort is Is.ITEM:
            self._item = draft.items.setdefault(cell.number, Heading(cell.number, "", line))
            self._item.grow(cell.text)
        elif cell.sort is Is.APPROACH:
            self._head_approach(cell, line)
        elif cell.sort is Is.WORK:
            above = draft.approach(approach_of(cell.number))
            draft.works.append(Work(cell.number, cell.text, line, approach=above))
        elif cell.sort is Is.AGENCY or self._stands_for_agencies(cell, column, begun):
            self._agencies(cell.text, line, begun)
        elif cell.sort is Is.TEXT:
            self._continue(cell, column, line)

    def _head_approach(self, cell: Typed, line: int) -> None:
        """An approach; one whose number goes back behind the item printed in its own row stays with that item.

        So do those after it. A number that is printed again under another item begins another approach.
        """
        item = self._item
        under = "" if item is None else item.number
        found = self.draft.approach(cell.number)
        if found is None or found.under != under:
            found = Heading(cell.number, "", line, under)
            back = item is not None and int(item_of(cell.number)) < int(under)
            follows = self._approach is not None and self._approach.item == under != ""
            if item is not None and back and (item.line == line or follows):
                found.item = under
            self.draft.approaches.append(found)
        found.grow(cell.text)
        self._approach = found

    def _stands_for_agencies(self, cell: Typed, column: int, begun: int) -> bool:
        """Whether a text that names no agency we know stands in their column, beside a work item of its own."""
        of_row = begun < len(self.draft.works)
        return cell.sort is Is.TEXT and of_row and column == self.columns[Is.AGENCY]

    def _agencies(self, text: str, line: int, begun: int) -> None:
        """A cell of agencies beside the row's work item; in a row without one it goes with the row before."""
        cells, last = self.draft.agencies, len(self.draft.works) - 1
        alone = begun > last
        if alone and cells and cells[-1].at == last:
            cells[-1].text = f"{cells[-1].text} {text}"
        else:
            cells.append(AgencyCell(text, max(last, 0) if alone else begun, line))

    def _continue(self, cell: Typed, column: int, line: int) -> None:
        """A text without a number ends the cell of its column that was begun before."""
        works, cells = self.draft.works, self.draft.agencies
        sort = self._column_sort(column)
        if sort is Is.ITEM and self._item is not None:
            self._item.grow(cell.text)
        elif sort is Is.APPROACH and self._approach is not None:
            self._approach.grow(cell.text)
        elif sort is Is.AGENCY and cells:
            cells[-1].text = joined(cells[-1].text, cell.text)
        elif sort is Is.DATE and works and works[-1].date:
            works[-1].date = joined(works[-1].date, cell.text)
        elif sort is Is.WORK and works:
            works[-1].grow(cell.text)
        else:
            self.draft.strays.append((line, cell.text))

    def _dates(
        self, line: Line, cells: list[tuple[int, Typed]], works: list[tuple[int, Typed]], begun: int
    ) -> None:
        """Give the row's dates to its work items; dates alone in a row end those of the row before."""
        draft = self.draft
        written = " ".join(cell.text for _, cell in cells if cell.sort is Is.DATE)
        new = draft.works[begun:]
        if not new and written and draft.works:
            self._late_dates(written)
        lost = len({index for index, _ in works}) > 1 or self._is_taken(line, works)
        for work in new:
            work.date = written or self._held or (None if lost else "")
        self._held = "" if new else self._held

    def _late_dates(self, written: str) -> None:
        """Dates in a row without a work item: they end dates that were left open, or are those of the next row."""
        last = self.draft.works[-1]
        if last.date and (_is_open(last.date) or _goes_on(written)):
            last.date = joined(last.date, written)
        elif last.date:
            self._held = written
        else:
            last.date = written

    def _is_taken(self, line: Line, works: list[tuple[int, Typed]]) -> bool:
        """Whether something else stands where the dates of the row's work item would."""
        if not works:
            return False
        place = works[0][0] + self.columns[Is.DATE] - self.columns[Is.WORK]
        if not 0 <= place < len(line.cells):
            return False
        return typed(line.cells[place])[0].sort in {Is.TEXT, Is.WORK, Is.APPROACH, Is.ITEM}


def _is_open(date: str) -> bool:
    """Whether dates were cut before their end: a span without one, or a phase that is named and not dated."""
    found, rest = spans_and_rest(date)
    return bool(rest) or any(span.end is None for span in found)


def _goes_on(date: str) -> bool:
    """Whether dates begin with what only ends others: a dash."""
    return date.lstrip()[:1] in {"-", "~", "～", "至"}
