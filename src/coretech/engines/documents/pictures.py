"""A figure's picture: is it what it says, and how large is it on the page."""

import re
import struct

from coretech.engines.documents.errors import PictureError
from coretech.engines.documents.model import Figure
from coretech.kit.sentence import Sentence

PAGE_WIDTH = 16.0  # centimetres between the margins of A4
MOST_HEIGHT = 21.0  # leaves room on a page for the title or caption
PNG = b"\x89PNG\r\n\x1a\n"
ROOT = re.compile(r"<svg\b[^>]*>")
VIEW_BOX = re.compile(
    r"""\bviewBox\s*=\s*["']\s*[-\d.eE]+[\s,]+[-\d.eE]+[\s,]+([\d.eE]+)[\s,]+([\d.eE]+)\s*["']"""
)
SIDE = r"""(?<![\w-]){}\s*=\s*["']\s*([\d.eE]+)(?:px|pt|mm|cm|in)?\s*["']"""
WIDTH = re.compile(SIDE.format("width"))
HEIGHT = re.compile(SIDE.format("height"))


def size(figure: Figure) -> tuple[float, float]:
    """The picture's width and height on the page, in centimetres; one too high for a page is made narrower.

    Raises:
        PictureError: when the data is not of the media type, or gives no size.
    """
    shape = height_for_width(figure)
    width = min(PAGE_WIDTH * figure.width, MOST_HEIGHT / shape)
    return width, width * shape


def height_for_width(figure: Figure) -> float:
    """The picture's height divided by its width.

    Raises:
        PictureError: when the data is not of the media type, or gives no size.
    """
    sides = _png_sides(figure.data) if figure.media_type == "image/png" else _svg_sides(svg(figure))
    if sides is None or min(sides) <= 0:
        raise unreadable(figure)
    return sides[1] / sides[0]


def svg(figure: Figure) -> str:
    """The text of a figure that is SVG.

    Raises:
        PictureError: when it is not UTF-8.
    """
    try:
        return figure.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise unreadable(figure) from error


def unreadable(figure: Figure) -> PictureError:
    """What to say of a picture that cannot be read."""
    return PictureError(
        Sentence(
            f"圖「{figure.alt}」不是可讀的 {figure.media_type} 圖檔。請換一個檔案。",
            f"The figure “{figure.alt}” is not a readable {figure.media_type} picture. Use another file.",
        )
    )


def _png_sides(data: bytes) -> tuple[float, float] | None:
    if not data.startswith(PNG) or data[12:16] != b"IHDR" or len(data) < len(PNG) + 16:
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return float(width), float(height)


def _svg_sides(text: str) -> tuple[float, float] | None:
    """The sides in the root's own units: the view box where there is one, else width and height."""
    root = ROOT.search(text)
    if root is None:
        return None
    if box := VIEW_BOX.search(root[0]):
        return _numbers(box[1], box[2])
    width, height = WIDTH.search(root[0]), HEIGHT.search(root[0])
    return _numbers(width[1], height[1]) if width and height else None


def _numbers(width: str, height: str) -> tuple[float, float] | None:
    try:
        return float(width), float(height)
    except ValueError:
        return None
