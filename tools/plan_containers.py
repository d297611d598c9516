"""A plan's text put into the files it may come in, whole or damaged; all of it by a seeded draw."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

Container = Callable[[str, Random], bytes]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NESTED = 0.05
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CODECS = (
    "utf-8-sig",
    "cp950",
    "big5hkscs",
    "gb18030",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "shift_jis",
)


def text(said: str, _random: Random) -> bytes:
    """UTF-8."""
    return said.encode("utf-8", "surrogatepass")


def encoded(said: str, random: Random) -> bytes:
    """Another encoding; what it cannot hold is a question mark."""
    return said.encode(random.choice(_CODECS), "replace")


def markdown(said: str, random: Random) -> bytes:
    """Tables as Markdown."""
    lines = (f"| {line.replace(chr(9), ' | ')} |" if "\t" in line else line for line in said.split("\n"))
    return text("\n".join(lines), random)


def odt(said: str, random: Random) -> bytes:
    """An OpenDocument text."""
    body = _xml(
        said, random, "<text:p>{}</text:p>", "<table:table-cell>{}</table:table-cell>", "table:table-row"
    )
    names = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table"))
    repeated = f'table:number-columns-repeated="{random.choice(["-1", "3", "70000", "x", "²"])}"'
    body = body.replace("<table:table-cell>", f"<table:table-cell {repeated}>", random.choice([0, 0, 3]))
    content = f"<office:document-content {names}><office:text>{body}</office:text></office:document-content>"
    return _zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def docx(said: str, random: Random) -> bytes:
    """A Word document."""
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    body = _xml(said, random, paragraph, f"<w:tc>{paragraph}</w:tc>", "w:tr")
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return _zipped({"word/document.xml": document})


def pdf(said: str, random: Random) -> bytes:
    """A page of a PDF by hand, its text as two-byte codes in a font that maps them to characters."""
    shown = said[: random.choice([500, 5_000])].encode("utf-16-be", "replace").hex()
    stream = f"BT /F1 9 Tf 20 800 Td <{shown}> Tj ET"
    cmap = (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
        "1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap"
    )
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[3 0 R]/Count {random.choice([1, 1, 1, 99])}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[]>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    objects = "".join(f"{number} 0 obj{part}endobj\n" for number, part in enumerate(parts, start=1))
    return f"%PDF-1.4\n{objects}trailer<</Root 1 0 R/Size 7>>\n%%EOF".encode()


def damaged(said: str, random: Random) -> bytes:
    """A file of any kind with bytes cut off, lost or changed."""
    data = bytearray(random.choice([text, encoded, odt, docx, pdf])(said, random))
    for _ in range(random.choice([1, 4, 40])):
        data[random.randrange(len(data))] = random.randrange(256)
    if random.random() < 0.5:  # noqa: PLR2004 - every other one
        del data[random.randrange(len(data)) :]
    return bytes(data) or b"\x00"


def _xml(said: str, random: Random, paragraph: str, cell: str, row: str) -> str:
    """The lines as paragraphs and rows; rows may stand in a table inside a cell of another."""
    parts = []
    for line in _NOT_IN_XML.sub("", said).split("\n"):
        cells = line.split("\t")
        if len(cells) == 1:
            parts.append(paragraph.format(escape(line)))
        else:
            parts.append(f"<{row}>{''.join(cell.format(escape(each)) for each in cells)}</{row}>")
    body = "".join(parts)
    nested = random.random() < _NESTED
    return f"<{row}>{cell.format('').replace('</', body + '</', 1)}</{row}>" if nested else body


def _zipped(entries: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


CONTAINERS: tuple[Container, ...] = (text, text, text, text, encoded, markdown, odt, docx, pdf, damaged)
"""Plain text oftener than the others, for the readers' own work begins there."""
