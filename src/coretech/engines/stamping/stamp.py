"""A PDF with a mark on each of its pages; what the pages say stays as it was."""

import io
import json
from pathlib import Path

import typst
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError

from coretech.engines.documents import typeface
from coretech.kit.sentence import Sentence

LOOK = Path(__file__).parent / "stamp.typ"


class StampError(ValueError):
    """The PDF cannot be marked."""

    def __init__(self) -> None:
        """Say so."""
        self.sentence = Sentence(
            "無法在這份 PDF 上加註閱覽人；請重新匯出後再提供。",
            "The reader's name cannot be put on this PDF. Export it again.",
        )
        super().__init__(str(self.sentence))


def stamped(pdf: bytes, text: str, fonts: Path = typeface.FONTS) -> bytes:
    """The PDF with the text across each page, faint, and small at its foot; for whoever it is handed to.

    Raises:
        StampError: when the PDF cannot be taken apart and put together again.
        TypefaceError: when the typeface is not installed.
    """
    words = typeface.drawer(fonts)(text) if typeface.installed(fonts) else text
    marks: dict[tuple[float, float], PageObject] = {}
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
        for page in writer.pages:
            _mark(page, words, fonts, marks)
        whole = io.BytesIO()
        writer.write(whole)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise StampError from error
    return whole.getvalue()


def _mark(page: PageObject, text: str, fonts: Path, marks: dict[tuple[float, float], PageObject]) -> None:
    """Lay the mark over the page as its reader sees it, turned and cropped."""
    if page.rotation:
        page.transfer_rotation_to_content()
    box = page.cropbox
    size = (round(float(box.width), 1), round(float(box.height), 1))
    if size not in marks:
        marks[size] = _drawn(text, size, fonts)
    page.merge_transformed_page(marks[size], Transformation().translate(float(box.left), float(box.bottom)))


def _drawn(text: str, size: tuple[float, float], fonts: Path) -> PageObject:
    drawn = typst.compile(
        LOOK,
        root=LOOK.parent,
        font_paths=typeface.installed(fonts),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"mark": json.dumps({"text": text, "width": size[0], "height": size[1]})},
    )
    return PdfReader(io.BytesIO(drawn)).pages[0]
