"""Chinese numerals below a thousand."""

import pytest

from coretech.kit.numerals import numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("〇", 0),
        ("九", 9),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("二十四", 24),
        ("一百", 100),
        ("百十", 110),
        ("一百零二", 102),
        ("一百十四", 114),
        ("一百一十四", 114),
        ("九百九十九", 999),
        ("元", 1),
    ],
)
def test_a_numeral_has_its_value(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize("text", ["", "一二", "十百", "十十", "百百", "千", "3", "二十x"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        numeral(text)
