"""The typeface of every PDF: Noto Sans TC, brought at set-up into ``fonts/`` beside this file.

PDF/UA-1 wants a glyph for each character (ISO 14289-1, 7.21.8), and no typeface has all of Unicode; what this one
lacks is printed as its code point, ``〔U+20BB7〕``, so that nothing is lost unseen. An ODT keeps the character itself.
"""

import functools
from collections.abc import Callable
from pathlib import Path

import typst

from coretech.engines.documents.cmap import covered
from coretech.engines.documents.errors import TypefaceError
from coretech.engines.documents.text import is_invisible, printable
from coretech.kit.sentence import Sentence

FONTS = Path(__file__).parent / "fonts"
FAMILY = "Noto Sans TC"
REGULAR = "NotoSansTC-Regular.ttf"
BOLD = "NotoSansTC-Bold.ttf"


@functools.lru_cache(maxsize=4)
def installed(folder: Path) -> typst.Fonts:
    """The fonts of a folder, read once.

    Raises:
        TypefaceError: when the regular or the bold one is not there.
    """
    for name in (REGULAR, BOLD):
        if not (folder / name).is_file():
            raise TypefaceError(
                Sentence(
                    f"缺少 PDF 所用的字型 {name}。請在專案目錄執行 make setup；若由套件安裝，請重新安裝。",
                    f"The typeface for PDFs, {name}, is missing. Run make setup in the project's folder; "
                    "if the program came as a package, install it again.",
                )
            )
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


@functools.lru_cache(maxsize=4)
def drawer(folder: Path) -> Callable[[str], str]:
    """A function from any text to one that this folder's typeface can draw."""
    drawable = covered((folder / REGULAR).read_bytes()) | {ord("\n")}

    def draw(text: str) -> str:
        return "".join(
            character if ord(character) in drawable else _instead(character) for character in printable(text)
        )

    return draw


def _instead(character: str) -> str:
    if character.isspace():
        return " "
    return "" if is_invisible(character) else f"〔U+{ord(character):04X}〕"
