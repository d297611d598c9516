"""In whatever encoding a file is written, its texts are the same; broken lines cost themselves alone."""

import pytest

from coretech.kit.refusal import Refused
from tests.readers.texts.reading import read

ROWS = [
    ("a", "先進半導體製程與設備，奈米級光阻材料之研發"),
    ("b", "衛星遙測酬載與地面設備之整合測試"),
    ("c", "後量子密碼保護技術"),
]
TEXT = "id,text\n" + "".join(f"{name},{text}\n" for name, text in ROWS)


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp950", "big5hkscs", "gb18030"],
)
def test_an_encoding_is_found_out(codec: str) -> None:
    texts, faults = read(TEXT.encode(codec))

    assert [(text.id, text.text) for text in texts] == ROWS
    assert faults == []


def test_simplified_characters_are_read_from_their_own_encoding() -> None:
    texts, _ = read("id,text\na,卫星遥测载荷与地面设备的集成测试\n".encode("gb18030"))

    assert texts[0].text == "卫星遥测载荷与地面设备的集成测试"


@pytest.mark.parametrize("codec", ["utf-8", "cp950"])
def test_a_line_that_is_broken_is_told_and_the_others_are_read(codec: str) -> None:
    raw = TEXT.encode(codec) + b"d,\xff\xfe\xff\n" + "e,量子計算\n".encode(codec)

    texts, faults = read(raw)

    assert [text.id for text in texts] == ["a", "b", "c", "e"]
    assert [(fault.line, fault.sentence.en) for fault in faults] == [(5, "is broken in its encoding")]


def test_chinese_that_comes_late_is_still_found_out() -> None:
    raw = b"id,text\n" + b"".join(b"p%d,plain\n" % number for number in range(20_000))

    texts, faults = read(raw + "z,先進半導體製程與設備\n".encode("cp950"))

    assert texts[-1].text == "先進半導體製程與設備"
    assert faults == []


def test_emoji_and_rare_characters_are_kept() -> None:
    texts, _ = read("id,text\na,🛰️ 𠮷野家 ｱﾝﾃﾅ\n".encode())

    assert texts[0].text == "🛰️ 𠮷野家 ｱﾝﾃﾅ"


@pytest.mark.parametrize("raw", [bytes(range(256)) * 9, b"\x00\x01\x02\x03" * 99])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(raw)

    assert "UTF-8" in refused.value.sentence.en
