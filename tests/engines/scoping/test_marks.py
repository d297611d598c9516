"""Marks of secrecy: found where they stand, in any width and script, and not in words about secrets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.scoping.marks import marks_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本文件屬機密，請勿外傳", ["機密", "請勿外傳"]),
        ("密等：極機密", ["密等", "極機密"]),
        ("营业秘密", ["营业秘密"]),
        ("公司內部使用", ["公司內部使用"]),
        ("【密】測試", ["【密】"]),
        ("ＣＯＮＦＩＤＥＮＴＩＡＬ draft", ["ＣＯＮＦＩＤＥＮＴＩＡＬ"]),
        ("[SECRET] plan", ["[SECRET"]),
        ("a trade secret of ours, under NDA", ["trade secret", "under NDA"]),
        ("internal use only", ["internal use only"]),
    ],
)
def test_a_mark_is_found(text: str, found: list[str]) -> None:
    assert [mark.words for mark in marks_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "後量子密碼保護技術",
        "計算機密碼學與隨機密鑰",
        "confidential computing enclaves",
        "機密運算的硬體",
        "post-quantum secret sharing",
        "a secret ballot counted by machine",
        "本機密碼管理",
    ],
)
def test_a_technology_about_secrets_bears_none(text: str) -> None:
    assert marks_in(text) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_mark_is_found_at_its_place_in_any_text(before: str, after: str) -> None:
    marks = marks_in(f"{before}，營業秘密。{after}")

    assert any(mark.words == "營業秘密" for mark in marks)
    assert all(f"{before}，營業秘密。{after}"[mark.start : mark.end] == mark.words for mark in marks)
    assert all(one.end <= other.start for one, other in itertools.pairwise(marks))
