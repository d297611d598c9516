"""The head of a table: which column is which, by its words, in whatever order they stand."""

import re

from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import plain
from coretech.readers.programme.cells import COLUMNS, Is

_WORDS = (
    (Is.DATE, re.compile(r"起[訖迄]|時程|期程|期間|時間")),
    (Is.AGENCY, re.compile(r"機關|單位")),
    (Is.WORK, re.compile(r"工作|重點項目")),
    (Is.APPROACH, re.compile(r"作法|做法|措施|方法")),
    (Is.ITEM, re.compile(r"事項|項目|辦理")),
)
_LONGEST = 14
USUAL = {column: index for index, column in enumerate(COLUMNS)}
"""The columns where a table has lost its head."""


def columns_of(line: Line) -> dict[Is, int] | None:
    """Where each column stands, if the line is the head of a schedule: dates, agencies and work are named."""
    if not line.is_row:
        return None
    found: dict[Is, int] = {}
    for index, cell in enumerate(map(plain, line.cells)):
        if len(cell) > _LONGEST or re.search(r"[0-9]", cell):
            return None
        sort = next((sort for sort, words in _WORDS if words.search(cell) and sort not in found), None)
        if sort is not None:
            found[sort] = index
    return found if {Is.DATE, Is.AGENCY} <= found.keys() and len(found) >= 4 else None  # noqa: PLR2004 - of five
