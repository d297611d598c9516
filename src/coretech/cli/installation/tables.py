"""Tables as CSV or ODS on the command line: what a file would write is shown first, and written when asked again."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol, TypeVar

import typer

from coretech.cli.installation.told import Told
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.write import Format

Row = TypeVar("Row")
File = Annotated[Path, typer.Argument(metavar="FILE", help="檔案，.csv 或 .ods / a .csv or .ods file")]
Yes = Annotated[bool, typer.Option("--yes", help="寫入 / take it over")]
NOT_WRITTEN = Sentence(
    "尚未寫入；確認無誤後加上 --yes 再執行一次。",
    "Nothing is written yet; run it again with --yes to take it over.",
)
_TO_CORRECT = Sentence("請先更正檔案；沒有寫入。", "Correct the file first; nothing was written.")


class Finding(Protocol):
    """Something wrong with a file, in a sentence that names the line."""

    @property
    def told(self) -> Sentence:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a file would write.

    Attributes:
        counts: how many rows of each kind.
        findings: what is to be corrected first.
        lines: the rows in a language.
        same: how many rows change nothing, in words.
        writes: whether any row would be written.
        note: what is said where nothing is written yet.
        beware: what to look at before it is.
    """

    counts: Mapping[str, int]
    findings: Sequence[Finding]
    lines: Callable[[str], Iterable[str]]
    same: Sentence
    writes: bool
    note: Sentence = NOT_WRITTEN
    beware: Sequence[Sentence] | None = None

    def told(self) -> Told:
        """The same for the terminal and as data; failed where something is to be corrected."""
        data: dict[str, object] = {
            "counts": dict(self.counts),
            "findings": [finding.told.as_dict() for finding in self.findings],
        }
        if self.beware is not None:
            data["warnings"] = [words.as_dict() for words in self.beware]
        note = _TO_CORRECT if self.findings else self.note if self.writes else None
        return Told(data, self._lines, note, failed=bool(self.findings))

    def _lines(self, language: str) -> Iterable[str]:
        yield from (finding.told.say(language) for finding in self.findings)
        yield from self.lines(language)
        yield self.same.say(language)
        yield from (words.say(language) for words in self.beware or ())


def read_table(file: Path) -> bytes:
    """The file's bytes, or standard input's for ``-``.

    Raises:
        Refused: (HTTP 422) where it cannot be opened.
    """
    try:
        return sys.stdin.buffer.read() if file == Path("-") else file.read_bytes()
    except OSError as error:
        raise _unusable(file, error) from None


def write_table(file: Path, rows: Sequence[Row], write: Callable[[Sequence[Row], Format], bytes]) -> Told:
    """Write rows in the form that the file's ending names.

    Raises:
        Refused: (HTTP 422) for another ending, or where it cannot be written.
    """
    ending = file.suffix.removeprefix(".").lower()
    if ending not in set(Format):
        raise bad_input("file", "檔名應以 .csv 或 .ods 結尾。", "The file's name ends in .csv or .ods.")
    try:
        file.write_bytes(write(rows, Format(ending)))
    except OSError as error:
        raise _unusable(file, error) from None
    done = Sentence(f"已寫出{len(rows)}列至 {file}", f"{len(rows)} rows written to {file}")
    return Told({"rows": len(rows), "file": str(file)}, lambda language: [done.say(language)])


def _unusable(file: Path, error: OSError) -> Refused:
    reason = error.strerror or str(error)
    return bad_input("file", f"{file}：無法開啟（{reason}）。", f"{file}: it cannot be opened ({reason}).")
