"""A plan's file opened, whatever it is: text in any encoding, Markdown, ODT, DOCX, or a PDF's text."""

import io
import re
from dataclasses import dataclass

from pypdf import PdfReader

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.pdf import read_pdf
from coretech.readers.plans.decoding import UTF8, decoded
from coretech.readers.plans.office import text_of_office

LARGEST = 50 * 1024 * 1024
LONGEST_LINE = 200_000
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WEB_PAGE = re.compile(r"\s*(?:<!doctype html|<html)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's text, and what a reader should be told of how it was read."""

    text: str
    notes: tuple[Sentence, ...] = ()


def opened(data: bytes) -> Opened:
    """The text of a file.

    Raises:
        FileError: for one that is empty, too large, a picture, damaged, or of a kind that holds no text.
    """
    if not data.strip(b"\x00\t\r\n "):
        raise FileError(Sentence("檔案是空的。", "The file is empty."))
    if len(data) > LARGEST:
        raise FileError(
            Sentence("檔案超過 50 MB；請分成數個檔案。", "The file is over 50 MB. Split it into several.")
        )
    found = _by_content(data)
    _refuse_endless(found.text)
    return found


def _by_content(data: bytes) -> Opened:
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(b"PK"):
        return Opened(text_of_office(data))
    if data.startswith(_OLD_OFFICE):
        raise FileError(
            Sentence("這是舊版 Office 檔；請另存為 ODT。", "This is an old Office file. Save it as ODT.")
        )
    if data.startswith(_PICTURES):
        raise FileError(
            Sentence(
                "這是圖片，沒有文字可讀；請提供文字檔或經文字辨識的 PDF。",
                "This is a picture with no text to read. Give a text file, or a PDF with recognised text.",
            )
        )
    text = decoded(data)
    if _WEB_PAGE.match(text.text):
        raise FileError(
            Sentence(
                "這是網頁；請另存為純文字或 ODT 後重試。", "This is a web page. Save it as plain text or ODT."
            )
        )
    note = Sentence(f"檔案以 {text.encoding} 讀取。", f"The file was read as {text.encoding}.")
    return Opened(text.text, () if text.encoding == UTF8 else (note,))


def _pdf(data: bytes) -> Opened:
    """The text of a PDF's pages, each begun by a form feed."""
    read_pdf(data)
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data), strict=False).pages]
    except Exception as error:  # whatever the reader of PDFs stumbles over, the file is no PDF we can read
        raise FileError(
            Sentence("PDF 已損壞，無法讀取文字。", "The PDF is damaged; its text cannot be read.")
        ) from error
    text = "\f".join(pages)
    if not text.strip():
        raise FileError(
            Sentence(
                "PDF 只有影像、沒有文字；請先做文字辨識。",
                "The PDF holds pictures only. Have its text recognised first.",
            )
        )
    note = Sentence(
        "PDF 的表格以其文字順序讀取，欄位可能不如文字檔完整。",
        "A PDF's tables are read in the order of its text; their columns may be less whole than a text file's.",
    )
    return Opened(text, (note,))


def _refuse_endless(text: str) -> None:
    longest = max((len(line) for line in re.split(r"[\r\n\f]", text)), default=0)
    if longest > LONGEST_LINE:
        raise FileError(
            Sentence(
                f"檔案有一行長達 {longest:,} 字，不像是計畫文件；請確認檔案。",
                f"A line of the file is {longest:,} characters long, which no plan's is. Check the file.",
            )
        )
