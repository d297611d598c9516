"""Pictures in a document: their shape, and what is no picture."""

import io

import pytest
from PIL import Image

from coretech.engines.documents.errors import PictureError
from coretech.engines.documents.model import Document, Figure, MediaType
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.pdf import to_pdf
from coretech.engines.documents.pictures import height_for_width, size
from tests.engines.documents.reading import parts, pdf
from tests.engines.documents.samples import CREATED

SVG: MediaType = "image/svg+xml"
PNG: MediaType = "image/png"
SPACE = 'xmlns="http://www.w3.org/2000/svg"'


def photograph() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "#1d70b8").save(file, "PNG")
    return file.getvalue()


def showing(data: bytes, media_type: MediaType) -> Document:
    return Document("題目", "zh-Hant-TW", (Figure("一張圖", data, media_type),), CREATED)


@pytest.mark.parametrize(
    ("data", "media_type", "shape"),
    [
        (photograph(), PNG, 0.75),
        (b'<svg viewBox="0 0 200 50">', SVG, 0.25),
        (b"<?xml version='1.0'?><!-- a --><svg width='10' height='5' viewBox='0,0,1e2,2e2'/>", SVG, 2.0),
        (b'<svg stroke-width="9" width="20mm" height="10mm"/>', SVG, 0.5),
    ],
)
def test_a_picture_keeps_its_shape(data: bytes, media_type: MediaType, shape: float) -> None:
    assert height_for_width(Figure("a", data, media_type)) == shape


def test_a_picture_too_high_for_a_page_is_made_narrower() -> None:
    assert size(Figure("a", b'<svg viewBox="0 0 10 100">', SVG)) == pytest.approx((2.1, 21))
    assert len(pdf(to_pdf(showing(f'<svg {SPACE} viewBox="0 0 10 100"/>'.encode(), SVG))).pages) == 1


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", PNG),
        (b"\xff\xd8\xff\xe0 JPEG", PNG),
        (photograph()[:20], PNG),
        (photograph(), SVG),
        (b"<html></html>", SVG),
        (b"<svg/>", SVG),
        (b'<svg width="0" height="5"/>', SVG),
        (b'<svg width="100%" height="5"/>', SVG),
        (b'<svg width="1.2.3" height="5"/>', SVG),
    ],
)
def test_what_is_no_picture_is_refused_by_both_printers(data: bytes, media_type: MediaType) -> None:
    for printer in (to_odt, to_pdf):
        with pytest.raises(PictureError, match="一張圖"):
            printer(showing(data, media_type))


def test_a_photograph_is_in_both_files() -> None:
    document = showing(photograph(), PNG)
    assert parts(to_odt(document))["Pictures/figure-1.png"] == photograph()
    assert [image.image.size for image in pdf(to_pdf(document)).pages[0].images if image.image] == [(40, 30)]


@pytest.mark.parametrize(
    "inside",
    [
        "<g>",
        "<image width='9' height='9' href='/etc/hostname'/>",
        "<image width='9' height='9' href='../kit/x.png'/>",
    ],
    ids=["broken", "a file of the machine", "a file beside"],
)
def test_a_picture_that_cannot_be_printed_or_reaches_outside_is_refused(inside: str) -> None:
    data = f'<svg {SPACE} viewBox="0 0 10 10">{inside}</svg>'.encode()
    with pytest.raises(PictureError) as caught:
        to_pdf(showing(data, SVG))
    assert "一張圖" in caught.value.sentence.zh
    assert "/" not in caught.value.sentence.en
