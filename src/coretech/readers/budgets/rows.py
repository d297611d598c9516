"""From a file to budget figures, each with the line it stands on, and what is to be corrected."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from coretech.kit.sentence import Sentence
from coretech.readers.budgets.columns import REQUIRED, SOURCES, STAGES, column_of, heading
from coretech.readers.seats.grid import Finding, Grid
from coretech.readers.seats.headed import Columns, Reading, opened, rows_of

_COLUMNS = Columns(column_of, heading, REQUIRED)
_PLACES = 3
_MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRow:
    """A figure in thousands of NT dollars; ``places`` are its cells by column, such as ``C5``."""

    line: int = field(default=0, compare=False)
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    element: str
    title: str = field(default="", compare=False)
    agency: str = ""
    year: int
    stage: str
    source: str = "general"
    amount: Decimal
    document: str
    why: str = ""
    demonstration: bool = False

    def finding(self, column: str, sentence: Sentence) -> Finding:
        """Something to correct in a cell of this row, or in the row as a whole."""
        place = self.places.get(column)
        return Finding(self.line, f"{place} {heading(column)}" if place else "", sentence)


@dataclass(frozen=True, slots=True)
class BudgetsRead:
    """What a file says, and everything in it that cannot be read; rows with findings are left out."""

    rows: tuple[BudgetRow, ...]
    findings: tuple[Finding, ...]


def read_budgets(raw: bytes) -> BudgetsRead:
    """Read an ODS or CSV file; which of the two is seen from its first bytes.

    Raises:
        Refused: (HTTP 422) for a file that is neither, is too large, or lacks a column.
    """
    return BudgetsRead(*rows_of(opened(raw, Grid()), _COLUMNS, _Reading))


def parse_amount(text: str) -> Decimal:
    """An amount as people write it: full-width digits and thousands marked or not.

    Raises:
        ValueError: for anything that is no amount of at least 0 with at most three decimals.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    try:
        amount = Decimal(plain) if plain.isascii() else None
    except InvalidOperation:
        amount = None
    if amount is None or not amount.is_finite() or not 0 <= amount < _MOST:
        raise ValueError(text)
    if amount != round(amount, _PLACES):
        raise ValueError(text)
    return amount


class _Reading(Reading[BudgetRow]):
    """One line being read, and what is wrong with it."""

    def row(self) -> BudgetRow:
        """The row; findings say what in it could not be read."""
        return BudgetRow(
            line=self.line.number,
            places=self.places,
            element=self.filled("element"),
            title=self.text("title"),
            agency=self.text("agency"),
            year=self._year(),
            stage=self._one_of("stage", STAGES, ""),
            source=self._one_of("source", SOURCES, "general"),
            amount=self._amount(),
            document=self.filled("document"),
            why=self.text("why"),
            demonstration=self._made_up(),
        )

    def _one_of(self, name: str, words: Mapping[str, str], usual: str) -> str:
        text = self.text(name).lower()
        found = words.get(text) or (text if text in words.values() else "") or (usual if not text else "")
        if not found:
            zh, en = "、".join(words), ", ".join(words.values())
            self.complain(name, f"請填{zh}之一。", f"Write one of {en}.")
        return found

    def _year(self) -> int:
        text = unicodedata.normalize("NFKC", self.text("year")).removesuffix("年").strip()
        if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= 999:  # noqa: PLR2004 - ROC years have three digits
            return int(text)
        self.complain("year", "請填民國年度，例如111。", "Write the ROC year, such as 111.")
        return 0

    def _amount(self) -> Decimal:
        text = self.text("amount")
        try:
            return parse_amount(text)
        except ValueError:
            self.complain(
                "amount",
                f"「{text}」不是金額；請填0以上的千元數，最多三位小數，沒有數字請刪去這一列。",
                f"“{text}” is no amount; write thousands of NT dollars, 0 or more, with three decimals at most."
                " Leave the row out where there is none.",
            )
            return Decimal(0)

    def _made_up(self) -> bool:
        text = self.text("demonstration").lower()
        if text not in {"", "yes", "是", "no", "否"}:
            self.complain("demonstration", "請填yes或留空。", "Write yes, or leave it empty.")
        return text in {"yes", "是"}
