"""A plan's file, whatever it is: text in any encoding, Markdown, ODT, DOCX, PDF; and what is none."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Cell, Document, Paragraph, Row, Table

from coretech.readers.files.errors import FileError
from coretech.readers.plans.opening import LARGEST, LONGEST_LINE, opened
from coretech.readers.plans.reading import Kind, read_any
from tests.factories.plans_factories import programme

TEXT = programme().decode()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def odt(text: str) -> bytes:
    """The lines as an OpenDocument text: rows with tabs as tables, all others as paragraphs."""
    document = Document("text")
    document.body.clear()
    table: Table | None = None
    for line in text.split("\n"):
        if "\t" not in line:
            table = None
            document.body.append(Paragraph(line))
            continue
        if table is None:
            table = Table("t")
            document.body.append(table)
        row = Row()
        for cell in line.split("\t"):
            row.append_cell(Cell(text=cell, cell_type="string"), clone=False)
        table.append_row(row, clone=False)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def docx(text: str) -> bytes:
    """The same as a Word document."""
    parts, rows = [], ""
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows += (
                f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in line.split(chr(9)))}</w:tr>"
            )
            continue
        parts.append(f"<w:tbl>{rows}</w:tbl>" if rows else "")
        parts.append(paragraph(line))
        rows = ""
    return zipped(
        {"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(parts)}</w:body></w:document>'}
    )


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def zipped(entries: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return made.getvalue()


def markdown(text: str) -> bytes:
    lines = (f"| {line.replace(chr(9), ' | ')} |" if "\t" in line else line for line in text.split("\n"))
    return "\n".join(lines).encode()


def read_or_refused(data: bytes) -> str:
    """The title of the plan in a file, or why there is none."""
    try:
        return f"read: {read_any(opened(data).text).title}"
    except FileError as error:
        return error.sentence.en


@pytest.mark.parametrize("make", [odt, docx, markdown])
def test_a_document_of_any_kind_reads_as_its_text_does(make: Callable[[str], bytes]) -> None:
    assert read_any(opened(make(TEXT)).text).as_json() == read_any(TEXT).as_json()


@pytest.mark.parametrize(
    ("codec", "name"), [("cp950", "Big5"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16")]
)
def test_another_encoding_is_read_and_said(codec: str, name: str) -> None:
    found = opened(TEXT.encode(codec))

    assert found.text.removeprefix("\ufeff").encode(codec) == TEXT.encode(codec)
    assert name in found.notes[0].en


def test_utf_8_needs_no_word() -> None:
    assert opened(TEXT.encode()).notes == ()


def test_a_cell_over_several_columns_keeps_the_others_in_theirs() -> None:
    spanned = f'<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("甲")}</w:tc><w:tc>{paragraph("乙")}</w:tc>'
    made = f'<w:document xmlns:w="{WORD}"><w:body><w:tbl><w:tr>{spanned}</w:tr></w:tbl></w:body></w:document>'

    assert opened(zipped({"word/document.xml": made})).text == "甲\t\t\t乙"


@pytest.mark.parametrize("repeated", ["-5", "0", "99999999999", "many"])
def test_a_cell_repeated_beyond_measure_does_no_harm(repeated: str) -> None:
    content = io.BytesIO(odt("甲\t乙"))
    with zipfile.ZipFile(content) as package:
        xml = package.read("content.xml").decode()
    bad = xml.replace(
        "<table:table-cell ", f'<table:table-cell table:number-columns-repeated="{repeated}" ', 1
    )

    made = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bad})
    assert len(opened(made).text) < 1_000


def test_a_package_that_swells_beyond_measure_is_refused() -> None:
    bomb = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "\x00" * (1 << 28)})

    with pytest.raises(FileError):
        opened(bomb)


@pytest.mark.parametrize(
    "entries",
    [
        {"word/document.xml": "<a>"},
        {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "' + "c" * 99 + '">]><a>&b;</a>'},
        {"mimetype": "application/vnd.oasis.opendocument.text"},
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a>" * 100_000},
        {"something": "else"},
        {},
    ],
)
def test_a_package_that_is_no_document_is_refused(entries: dict[str, str]) -> None:
    try:
        text = opened(zipped(entries)).text
    except FileError:
        return
    assert not text.strip()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \r\n\x00\t", "empty"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\xd0\xcf\x11\xe0", "old Office"),
        (b"%PDF-1.7 cut", ""),
        (b"<!DOCTYPE html><p>", "web page"),
        (b"\x81\x00\xfe" * 99, "encoding"),
        ("甲".encode() * LONGEST_LINE + "乙".encode(), "characters long"),
        (b"a" * (LARGEST + 1), "50 MB"),
    ],
)
def test_what_holds_no_plan_s_text_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(FileError) as refused:
        opened(data)

    assert told in refused.value.sentence.en


@pytest.mark.parametrize("make", [odt, docx, str.encode])
def test_a_cut_file_is_read_as_far_as_it_goes_or_refused(make: Callable[[str], bytes]) -> None:
    whole = make(TEXT)
    for part in range(1, 10):
        assert read_or_refused(whole[: len(whole) * part // 10])


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    assert read_or_refused(start + data)


@given(st.integers(0, 2**32))
def test_html_soup_is_read_or_refused(seed: int) -> None:
    soup = random.Random(seed)  # noqa: S311 - any soup will do
    tags = [
        f"<{soup.choice(['', '/'])}{soup.choice(['td', 'tr', 'b', 'sup', 'br', '!--'])}>" for _ in range(60)
    ]
    words = TEXT.split("\t")
    text = "".join(f"{tag}{soup.choice(words)}{soup.choice(chr(9) + chr(10))}" for tag in tags)

    assert read_or_refused(text.encode())


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_that_is_told_is_read_as_told(kind: Kind) -> None:
    assert read_any(TEXT, kind).as_json()["kind"] == kind.value


def test_the_kind_is_found_out_by_what_the_document_holds() -> None:
    assert read_any(TEXT).as_json()["kind"] == "programme"


def test_a_pdf_s_pages_are_read_in_order_and_its_limits_are_said(tmp_path: Path) -> None:
    source = tmp_path / "plan.typ"
    source.write_text("First page\n#pagebreak()\nSecond page")
    found = opened(typst.compile(source))

    assert found.text.index("First page") < found.text.index("\f") < found.text.index("Second page")
    assert "PDF" in found.notes[0].en


def test_a_pdf_without_words_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "plan.typ"
    source.write_text("#rect()")

    with pytest.raises(FileError, match="文字辨識"):
        opened(typst.compile(source))
