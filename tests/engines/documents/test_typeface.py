"""The typeface of PDFs: what it draws, what is printed where it cannot, and what is said when it is not there."""

from pathlib import Path

import pytest

from coretech.engines.documents.cmap import covered
from coretech.engines.documents.errors import TypefaceError
from coretech.engines.documents.pdf import to_pdf
from coretech.engines.documents.typeface import BOLD, FONTS, REGULAR, drawer
from tests.engines.documents.samples import MINUTES

DRAW = drawer(FONTS)
NO_TABLES = b"\0\1\0\0\0\1" + bytes(6) + b"cmap" + bytes(4) + b"\0\0\0\x1c" + bytes(4) + bytes(4)


def test_both_weights_draw_the_same_characters() -> None:
    regular, bold = (covered((FONTS / name).read_bytes()) for name in (REGULAR, BOLD))
    assert regular == bold
    assert {ord(character) for character in "國家核心關鍵技術 ABCé①→（）—…"} <= regular
    assert ord("𠮷") not in regular


@pytest.mark.parametrize("data", [b"", bytes(40), b"not a font at all, only words in a file", NO_TABLES])
def test_a_file_that_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a font"):
        covered(data)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("技術 a\nb", "技術 a\nb"),
        ("a\tb\u1680c", "a b c"),
        ("葛\U000e0100城", "葛城"),
        ("a\u202eb\ufeffc\x07d", "abcd"),
        ("𠮷", "〔U+20BB7〕"),
        ("\ue000", "〔U+E000〕"),
    ],
)
def test_a_text_is_made_one_that_can_be_drawn(text: str, drawn: str) -> None:
    assert DRAW(text) == drawn


def test_a_missing_typeface_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TypefaceError) as caught:
        to_pdf(MINUTES, tmp_path)
    assert "make setup" in caught.value.sentence.zh
    assert REGULAR in caught.value.sentence.en


def test_the_bold_one_is_missed_as_well(tmp_path: Path) -> None:
    (tmp_path / REGULAR).write_bytes((FONTS / REGULAR).read_bytes())
    with pytest.raises(TypefaceError, match=BOLD):
        to_pdf(MINUTES, tmp_path)
