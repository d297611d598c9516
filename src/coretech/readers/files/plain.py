"""Plain text and CSV in UTF-8, and a sentence for everything else."""

import csv
import re

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind

_MARKUP = re.compile(r"\s*<(!doctype|html|svg|script|\?xml|head|body|iframe)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_SAMPLE_LINES = 50


def read_plain(data: bytes) -> Kind:
    """Text or CSV in UTF-8, with or without a byte-order mark.

    Raises:
        FileError: for a program, markup that a browser would run, another encoding, and any unknown kind.
    """
    if data.startswith(_PROGRAMS):
        raise FileError(Sentence("這是程式檔，不予收受。", "This is a program, and no paper."))
    text = _decoded(data)
    if _MARKUP.match(text):
        raise FileError(
            Sentence(
                "這是 HTML、SVG 或 XML，可能帶有指令碼；請另存為 PDF 或 PNG。",
                "This is HTML, SVG or XML, which can carry scripts. Save it as PDF or PNG.",
            )
        )
    return Kind.CSV if _is_table(text) else Kind.TEXT


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unknown() from None
    if _CONTROL.search(text):
        raise _unknown()
    return text


def _is_table(text: str) -> bool:
    """Whether its first lines are two or more columns, the same number in each."""
    lines = text.splitlines()[:_SAMPLE_LINES]
    try:
        rows = [row for row in csv.reader(lines) if row]
    except csv.Error:  # a cell longer than any table has
        return False
    return (
        len(rows) > 1 and len(rows[0]) > 1 and {len(row) for row in rows[1:-1] or rows[1:]} == {len(rows[0])}
    )


def _unknown() -> FileError:
    return FileError(
        Sentence(
            "無法辨認這種檔案；可收 PDF、ODT、ODS、ODP、PNG、JPEG，以及 UTF-8 編碼的 CSV 與純文字。",
            "This kind of file is not known here. PDF, ODT, ODS, ODP, PNG, JPEG, and UTF-8 text or CSV are.",
        )
    )
