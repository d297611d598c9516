"""A document as PDF: tagged, PDF/UA-1, its typeface in it, the same bytes each time."""

from datetime import timedelta, timezone
from pathlib import Path

import typst

from coretech.engines.documents import typeface
from coretech.engines.documents.errors import PictureError
from coretech.engines.documents.model import Document, Figure
from coretech.engines.documents.pdf_data import as_json
from coretech.kit.sentence import Sentence

LOOK = Path(__file__).parent / "document.typ"


def to_pdf(document: Document, fonts: Path = typeface.FONTS) -> bytes:
    """The document as PDF/UA-1 (ISO 14289-1). A character that the typeface lacks is printed as its code point.

    Raises:
        TypefaceError: when the typeface is not installed.
        PictureError: when a figure's data is not the picture it says.
    """
    installed = typeface.installed(fonts)
    data = as_json(document, typeface.drawer(fonts))
    offset = timezone(
        document.created.utcoffset() or timedelta()
    )  # typst takes no zone that changes its clocks
    created = document.created.astimezone(offset).replace(microsecond=0)  # nor parts of a second
    try:
        return typst.compile(
            LOOK,
            root=LOOK.parent,  # all that a figure's SVG could point to; no picture lies there
            font_paths=installed,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1"],
            sys_inputs={"document": data},
            timestamp=created,
        )
    except typst.TypstError as error:
        # Only a figure brings what has not been checked by here; anything else is a fault of ours.
        figures = [block.alt for block in document.blocks if isinstance(block, Figure)]
        if not figures:
            raise
        raise _unprintable(figures) from error


def _unprintable(figures: list[str]) -> PictureError:
    return PictureError(
        Sentence(
            f"圖（{'、'.join(figures)}）中有無法印成 PDF 的：檔案已損壞，或引用了檔案以外的圖片。請換一個圖檔。",
            f"Of the figures ({'; '.join(figures)}) one cannot be printed: it is damaged, or shows a picture "
            "from outside the file. Use another picture.",
        )
    )
