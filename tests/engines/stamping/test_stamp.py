"""Each page of a PDF bears its reader's name, whatever the page is like."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from coretech.engines.stamping import StampError, stamped
from coretech.readers.files import Kind, recognise
from tests.factories.papers_factories import pdf, written

NAME = "王小明（示範）　2025-06-02 10:00"


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("rotated", [0, 90, 180, 270])
def test_every_page_bears_the_name(rotated: int) -> None:
    marked = pages(stamped(pdf(3, rotated=rotated), NAME))

    assert len(marked) == 3
    assert all("王小明" in page and "2025-06-02" in page for page in marked)


def test_a_marked_pdf_is_still_one_that_may_be_taken() -> None:
    assert recognise(stamped(pdf(), NAME)) is Kind.PDF


def test_what_is_marked_twice_bears_both_names() -> None:
    (page,) = pages(stamped(stamped(pdf(), NAME), "李大華"))

    assert "王小明" in page
    assert "李大華" in page


def test_the_mark_lies_within_a_page_that_was_cropped() -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842).cropbox = RectangleObject((100, 200, 400, 600))

    places: list[float] = []
    (page,) = PdfReader(io.BytesIO(stamped(written(writer), NAME))).pages
    page.extract_text(visitor_text=lambda _text, matrix, *_: places.append(matrix[4]))

    assert places


def test_the_name_is_text_and_never_instructions() -> None:
    (page,) = pages(stamped(pdf(), '#panic("x") $*_ \\ " <'))

    assert '#panic("x")' in page


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj"])
def test_what_is_no_whole_pdf_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(StampError) as caught:
        stamped(content, NAME)

    assert "PDF" in caught.value.sentence.zh
