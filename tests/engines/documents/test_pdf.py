"""What is in a PDF."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import cast
from zoneinfo import ZoneInfo

import pypdf
import pytest
from pypdf.generic import BooleanObject, DictionaryObject, PdfObject, StreamObject

from coretech.engines.documents.model import (
    Block,
    Document,
    Facts,
    Figure,
    Heading,
    Language,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from coretech.engines.documents.pdf import to_pdf
from tests.engines.documents.reading import pdf, pdf_text, texts
from tests.engines.documents.samples import CHART, CREATED, MINUTES, VOTES

MADE = to_pdf(MINUTES)
TRUE = BooleanObject(value=True)


def of(*blocks: Block, language: Language = "zh-Hant-TW") -> Document:
    return Document("題目", language, blocks, CREATED)


def at(data: bytes, *path: str) -> PdfObject:
    """What the catalogue says at a path, its references followed."""
    found: PdfObject = cast("DictionaryObject", pdf(data).trailer["/Root"])
    for name in path:
        found = cast("DictionaryObject", found.get_object())[name]
    return cast("PdfObject", found.get_object())


def tags(data: bytes) -> list[DictionaryObject]:
    """The elements of the structure tree, in the order they are read."""
    return list(_below(at(data, "/StructTreeRoot")))


def _below(node: PdfObject | None) -> Iterator[DictionaryObject]:
    node = node.get_object() if node is not None else None
    if isinstance(node, list):
        for each in node:
            yield from _below(each)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        yield from _below(node.get("/K"))


def kinds(data: bytes) -> list[str]:
    return [str(tag["/S"]) for tag in tags(data)]


def test_every_text_of_the_minutes_can_be_read_out() -> None:
    read = pdf_text(MADE)
    seen = [text for text in texts(MINUTES) if not text.startswith("案由一之表決")]
    assert [text for text in seen if "".join(text.split()) not in read] == []


def test_it_says_that_it_is_pdf_ua_and_in_which_language_and_shows_its_title() -> None:
    assert at(MADE, "/MarkInfo", "/Marked") == TRUE
    assert at(MADE, "/ViewerPreferences", "/DisplayDocTitle") == TRUE
    assert str(at(MADE, "/Lang")) == "zh-TW"
    metadata = cast("StreamObject", at(MADE, "/Metadata")).get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert MINUTES.title in metadata


def test_an_english_document_is_english() -> None:
    made = to_pdf(of(Paragraph("Approved."), language="en"))
    assert str(at(made, "/Lang")) == "en"
    assert "Page1of1" in pdf_text(made)


def test_the_file_tells_whose_and_of_when_it_is() -> None:
    facts = pdf(MADE).metadata
    assert facts is not None
    assert (facts.title, facts.subject, facts.author) == (MINUTES.title, MINUTES.subject, MINUTES.author)
    assert facts.creation_date == dt.datetime(2025, 12, 1, 9, 30, tzinfo=dt.UTC)


def test_the_same_document_is_the_same_bytes() -> None:
    assert to_pdf(dataclasses.replace(MINUTES)) == MADE


def test_another_time_of_creation_is_another_file() -> None:
    assert to_pdf(dataclasses.replace(MINUTES, created=CREATED + dt.timedelta(days=1))) != MADE


def test_headings_lists_and_tables_are_tagged_as_such() -> None:
    assert {"/Title", "/H1", "/H2", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TD", "/Figure"} <= set(
        kinds(MADE)
    )
    assert kinds(to_pdf(of(VOTES))).count("/TH") == len(VOTES.headings)


def test_a_figure_is_told_to_who_cannot_see_it() -> None:
    assert [str(tag["/Alt"]) for tag in tags(MADE) if str(tag["/S"]) == "/Figure"] == [
        "案由一之表決：同意18人、不同意2人。"
    ]


def test_a_heading_that_skips_a_level_is_set_where_the_outline_allows() -> None:
    made = to_pdf(of(Heading(3, "先"), Heading(1, "後"), Heading(3, "末")))
    assert [kind for kind in kinds(made) if kind.startswith("/H")] == ["/H1", "/H1", "/H2"]


def test_each_page_has_its_number_its_kind_and_its_marking() -> None:
    pages = ["".join(page.extract_text().split()) for page in pdf(MADE).pages]
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"第{number}頁，共3頁" in page
        assert "會議紀錄" in page
        assert "草案" in page


def test_five_hundred_rows_run_over_pages_and_their_headings_with_them() -> None:
    rows = tuple((str(number), f"項目{number}號") for number in range(500))
    pages = [
        "".join(page.extract_text().split()) for page in pdf(to_pdf(of(Table(("編號", "名稱"), rows)))).pages
    ]
    assert len(pages) > 5
    assert all("編號名稱" in page for page in pages)
    assert [row for row in rows if row[1] not in "".join(pages)] == []


@pytest.mark.parametrize(("language", "said"), [("zh-Hant-TW", "（無）"), ("en", "(none)")])
def test_a_table_without_rows_says_so(language: Language, said: str) -> None:
    assert said in pdf_text(to_pdf(of(Table(("a", "b"), ()), language=language)))


def test_what_looks_like_markup_is_text() -> None:
    said = r"#a *b* _c_ $x^2$ <d> &amp; \e {{ f }} @g `h` = i // j #panic() #image(1)"
    assert "".join(said.split()) in pdf_text(to_pdf(of(Paragraph(said), Facts(((said, said),)))))


def test_what_the_typeface_lacks_is_printed_as_its_code_point() -> None:
    read = pdf_text(to_pdf(of(Paragraph("𠮷田先生 😀 好"))))
    assert "〔U+20BB7〕田先生〔U+1F600〕好" in read


def test_a_word_too_long_for_a_line_breaks_between_the_margins() -> None:
    said = "0123456789abcdef" * 30
    made = to_pdf(of(Paragraph(said), Table(("雜湊", "名"), ((said, "一"),), widths=(1, 4))))
    assert said in pdf_text(made)
    assert max(_right_edges(pdf(made))) < 595 - 70


def _right_edges(reader: pypdf.PdfReader) -> list[float]:
    """Where each piece of text starts, in points from the left of its page."""
    starts: list[float] = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda _text, _cm, tm, _font, _size: starts.append(tm[4]))
    return starts


def test_an_empty_document_and_empty_blocks_are_printed() -> None:
    made = to_pdf(of(Facts(()), Signatures(()), PageBreak(), Paragraph(""), Paragraph(()), PageBreak()))
    assert "題目" in pdf_text(made)


def test_the_words_in_a_chart_are_drawn_by_the_same_typeface() -> None:
    chart = CHART.replace("同意", "同意😀", 1).encode()
    assert "〔U+1F600〕" in pdf_text(to_pdf(of(Figure("表決", chart, "image/svg+xml"))))


def test_a_time_zone_of_any_kind_is_taken() -> None:
    created = dt.datetime(2025, 12, 1, 17, 30, tzinfo=ZoneInfo("Asia/Taipei"))
    assert to_pdf(dataclasses.replace(MINUTES, created=created)) == MADE
    assert to_pdf(dataclasses.replace(MINUTES, created=created.replace(microsecond=250_000))) == MADE
