"""Office documents as the lines a plan is read from: paragraphs, headings, and rows with cells parted by tabs."""

import io
from collections.abc import Iterator

from lxml import etree

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.packages import Package

ODT = "application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REPEATED = f"{_TABLE}number-columns-repeated"
_MOST_COLUMNS = 64


def text_of_office(data: bytes) -> str:
    """The text of an ODT or DOCX file.

    Raises:
        FileError: for a package that swells, is damaged, or is neither.
    """
    package = Package(data)
    names = set(package.names())
    if "word/document.xml" in names:
        return "\n".join(_word(_parsed(package, "word/document.xml")))
    if (package.read("mimetype") or b"").decode("ascii", "replace").startswith(ODT):
        return "\n".join(_odt(_parsed(package, "content.xml")))
    raise FileError(
        Sentence(
            "這個壓縮檔不是 ODT 或 DOCX 文件；請另存為 ODT 後重試。",
            "This package is no ODT or DOCX document. Save it as ODT and try again.",
        )
    )


def _parsed(package: Package, name: str) -> etree._Element:
    """The XML of an entry, without entities of its own and nothing fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.parse(io.BytesIO(package.read(name) or b""), parser).getroot()
    except etree.XMLSyntaxError as error:
        raise FileError(
            Sentence("文件內容已損壞；請重新存檔後再試。", "The document is damaged. Save it again.")
        ) from error


def _odt(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"):
        if element.tag == f"{_TABLE}table-row":
            yield "\t".join(_odt_cells(element))
        elif not any(parent.tag == f"{_TABLE}table-cell" for parent in element.iterancestors()):
            yield _odt_words(element)


def _odt_cells(row: etree._Element) -> Iterator[str]:
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        words = " ".join(_odt_words(part) for part in cell.iter(f"{_TEXT}p", f"{_TEXT}h"))
        for _ in range(_times(cell.get(_REPEATED))):
            yield words


def _times(said: str | None) -> int:
    """How many columns a cell is repeated or spread over: at least one, and no more than a table can have."""
    return min(max(int(said), 1), _MOST_COLUMNS) if said is not None and said.isdecimal() else 1


def _odt_words(element: etree._Element) -> str:
    """A paragraph's words: its breaks, tabs and repeated spaces are spaces."""
    words = []
    for part in element.iter():
        if part is not element and part.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
            words.append(" ")
        words.append(part.text or "")
        if part is not element:
            words.append(part.tail or "")
    return " ".join("".join(words).split())


def _word(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{_WORD}p", f"{_WORD}tr"):
        if element.tag == f"{_WORD}tr":
            yield "\t".join(_word_cells(element))
        elif not any(parent.tag == f"{_WORD}tc" for parent in element.iterancestors()):
            yield _word_words(element)


def _word_cells(row: etree._Element) -> Iterator[str]:
    """A row's cells; one spread over several columns is followed by empty ones, so that the others stay in theirs."""
    for cell in row.iterchildren(f"{_WORD}tc"):
        span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
        yield _word_words(cell)
        yield from [""] * (_times(None if span is None else span.get(f"{_WORD}val")) - 1)


def _word_words(element: etree._Element) -> str:
    parts = element.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}p")
    words = [(part.text or "") if part.tag == f"{_WORD}t" else " " for part in parts]
    return " ".join("".join(words).split())
