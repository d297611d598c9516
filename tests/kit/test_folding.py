"""Text folded for comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.folding import fold, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺灣", "台灣"),
        ("太空規格 X-Band 影像下載技術", "太空規格Ｘ－ＢＡＮＤ影像下載技術"),
        ("軍用碳／碳高溫耐燒蝕材料技術", "軍用碳/碳高溫耐燒蝕材料技術"),
        ("電子單元(EU)技術", "電子單元（ＥＵ）技術"),
        ("  Post-Quantum   Cryptography ", "post‑quantum cryptography"),
        ("14 奈米", "14奈米"),
        ("衞星", "衛星"),
    ],
)
def test_the_same_words_are_the_same_however_they_were_typed(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("衛星操控技術", "衛星操作技術"), ("a b", "ab"), ("14 奈米", "4 奈米")]
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert not same(one, other)


@given(text=st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
