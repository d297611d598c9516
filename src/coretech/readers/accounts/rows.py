"""From a file to the rows of accounts, each with the line it stands on, and what is to be corrected."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.kit.days import parse_day
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.columns import REQUIRED, column_of, heading
from coretech.readers.seats.grid import Finding, Grid
from coretech.readers.seats.headed import Columns, Reading, opened, rows_of

_COLUMNS = Columns(column_of, heading, REQUIRED)
_KINDS = {
    "": "officer",
    "officer": "officer",
    "announcer": "announcer",
    "承辦人": "officer",
    "公告承辦人": "announcer",
    "controller": "controller",
    "計畫管考承辦人": "controller",
    "head": "head",
    "核章主管": "head",
}
_LANGUAGES = {
    "": "zh-hant",
    "zh": "zh-hant",
    "zh-hant": "zh-hant",
    "en": "en",
    "中文": "zh-hant",
    "英文": "en",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account, and the posting that goes with it; ``places`` are its cells by column, such as ``C5``."""

    line: int = field(default=0, compare=False)
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    username: str
    email: str
    language: str = "zh-hant"
    name_zh: str
    name_en: str = ""
    agency: str = ""
    kind: str = "officer"
    start: dt.date | None = None
    end: dt.date | None = None

    def finding(self, column: str, sentence: Sentence) -> Finding:
        """Something to correct in a cell of this row, or in the row as a whole."""
        place = self.places.get(column)
        return Finding(self.line, f"{place} {heading(column)}" if place else "", sentence)


@dataclass(frozen=True, slots=True)
class AccountsRead:
    """What a file says, and everything in it that cannot be read; rows with findings are left out."""

    rows: tuple[AccountRow, ...]
    findings: tuple[Finding, ...]


def read_accounts(raw: bytes) -> AccountsRead:
    """Read an ODS or CSV file; which of the two is seen from its first bytes.

    Raises:
        Refused: (HTTP 422) for a file that is neither, is too large, or lacks a column.
    """
    return AccountsRead(*rows_of(opened(raw, Grid()), _COLUMNS, _Reading))


class _Reading(Reading[AccountRow]):
    """One line being read, and what is wrong with it."""

    def row(self) -> AccountRow:
        """The row; findings say what in it could not be read."""
        return AccountRow(
            line=self.line.number,
            places=self.places,
            username=self.filled("username"),
            email=self.filled("email"),
            language=self._one_of("language", _LANGUAGES),
            name_zh=self.filled("name_zh"),
            name_en=self.text("name_en"),
            agency=self.text("agency"),
            kind=self._one_of("kind", _KINDS),
            start=self._day("start"),
            end=self._day("end"),
        )

    def _one_of(self, name: str, words: Mapping[str, str]) -> str:
        found = words.get(self.text(name).lower())
        if found is None:
            shown = "、".join(sorted(set(words.values())))
            self.complain(name, f"請填{shown}之一。", f"Write one of {shown.replace('、', ', ')}.")
        return found or ""

    def _day(self, name: str) -> dt.date | None:
        text = self.text(name)
        try:
            return parse_day(text) if text else None
        except ValueError:
            self.complain(
                name,
                f"「{text}」不是日期，請寫成2025-03-03或114.3.3。",
                f"“{text}” is not a date; write 2025-03-03, or 114.3.3 in the ROC calendar.",
            )
            return None
