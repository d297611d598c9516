"""Reading back what was made."""

import io
import zipfile

import pypdf
from odfdo import Document as Odt
from odfdo import Element

from coretech.engines.documents.model import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    plain,
)


def odt(data: bytes) -> Odt:
    """The ODT opened again."""
    return Odt(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by their path."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_parts(data: bytes, changed: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The package with some of its parts other than they were."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, part in {**parts(data), **changed}.items():
            package.writestr(name, part)
    return file.getvalue()


def odt_texts(data: bytes) -> set[str]:
    """The text of each paragraph and heading, its spaces, tabs and line ends as they were given."""
    return {_written(element) for element in odt(data).body.get_elements("//text:p | //text:h | //svg:desc")}


def _written(element: Element) -> str:
    marks = {"text:line-break": "\n", "text:tab": "\t"}
    text = marks.get(element.tag, element.text or "")
    if element.tag == "text:s":
        text = " " * int(element.get_attribute_string("text:c") or 1)
    return text + "".join(_written(child) + (child.tail or "") for child in element.children)


def pdf(data: bytes) -> pypdf.PdfReader:
    """The PDF opened again."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def pdf_text(data: bytes) -> str:
    """Every page's text without its spaces, which a printer sets as it needs."""
    return "".join("".join(page.extract_text().split()) for page in pdf(data).pages).replace("\u200b", "")


def texts(document: Document) -> list[str]:
    """Every text that a document brings into its body."""
    return [document.title, *(text for block in document.blocks for text in _texts(block))]


def _texts(block: Block) -> list[str]:  # noqa: PLR0911 - one answer for each kind of block
    match block:
        case Heading(text=text):
            return [text]
        case Paragraph(text=words):
            return [plain(words)]
        case Facts(pairs=pairs):
            return [plain(value) for _, value in pairs]
        case Table(headings=headings, rows=rows):
            return [*headings, *(plain(cell) for row in rows for cell in row)]
        case Numbered(items=items) | Bullets(items=items):
            return [plain(text) for item in items for text in (item.text, *item.items)]
        case Signatures() | PageBreak():
            return []
        case Figure(alt=alt):
            return [alt]
