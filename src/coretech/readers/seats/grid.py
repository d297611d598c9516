"""A file's cells as text with the line they stand on, and what is wrong with a file or a cell."""

from dataclasses import dataclass, field

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

MOST_BYTES = 512 * 1024
MOST_ROWS = 2000
MOST_COLUMNS = 40
LONGEST_CELL = 400
MOST_FINDINGS = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to correct: on which line, in which column (empty for the whole line), and how."""

    line: int
    column: str
    sentence: Sentence

    @property
    def told(self) -> Sentence:
        """With its place, in both languages."""
        zh = f"第{self.line}列" + (f"「{self.column}」欄" if self.column else "")
        en = f"Line {self.line}" + (f", column “{self.column}”" if self.column else "")
        return Sentence(f"{zh}：{self.sentence.zh}", f"{en}: {self.sentence.en}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table that is not empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class Grid:
    """The lines of a table, and what was found wrong in its cells while reading.

    ``longest`` is how much text a cell may hold, ``paragraphs`` whether it may have line breaks.
    """

    longest: int = LONGEST_CELL
    paragraphs: bool = False
    lines: list[Line] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, number: int, cells: list[str]) -> None:
        """Keep a line that holds anything.

        Raises:
            Refused: (HTTP 422) for more rows, columns or text than a board can have.
        """
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        if len(self.lines) > MOST_ROWS:
            raise bad_file(
                f"超過{MOST_ROWS}列，請分成幾個檔案。",
                f"There are more than {MOST_ROWS} rows; split the file.",
            )
        if len(cells) > MOST_COLUMNS:
            raise bad_file(
                f"第{number}列超過{MOST_COLUMNS}欄。", f"Line {number} has more than {MOST_COLUMNS} columns."
            )
        for place, text in enumerate(cells, start=1):
            self._check(number, place, text)
        self.lines.append(Line(number, tuple(cells)))

    def complain(self, number: int, place: int, zh: str, en: str) -> None:
        """Note what is wrong with one cell, named by its letter."""
        self.findings.append(Finding(number, letter(place), Sentence(zh, en)))

    def _check(self, number: int, place: int, text: str) -> None:
        if len(text) > self.longest:
            self.complain(
                number,
                place,
                f"文字超過{self.longest}個字，請縮短。",
                f"The text is longer than {self.longest} characters; shorten it.",
            )
        elif any(character < " " and not (self.paragraphs and character == "\n") for character in text):
            self.complain(
                number,
                place,
                "含有換行或控制字元，請刪除。",
                "It holds a line break or a control character; take it out.",
            )


def letter(place: int) -> str:
    """The column as a spreadsheet names it: A, B, … AA."""
    name = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def bad_file(zh: str, en: str) -> Refused:
    """The file as a whole cannot be read (HTTP 422)."""
    return bad_input("file", zh, en)
