"""What the readers of plans share: lines, words, agencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.readers.plans.agencies import agencies_in, is_agencies
from coretech.readers.plans.ending import cut_off
from coretech.readers.plans.lines import lines_of
from coretech.readers.plans.paragraphs import paragraphs
from coretech.readers.plans.wording import joined, plain, tidy, unified

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def test_only_lines_that_hold_anything_are_counted() -> None:
    assert [(each.no, each.text) for each in lines_of("一\n\n \r\n二\f三\r四")] == [
        (1, "一"),
        (2, "二"),
        (3, "三"),
        (4, "四"),
    ]


def test_a_markdown_row_is_a_row() -> None:
    first, rule, last = lines_of("| 事項 | 起訖 |\n|---|:---:|\n| 甲 \\| 乙 | |")

    assert first.cells == ("事項", "起訖")
    assert not "".join(rule.cells)
    assert last.cells == ("甲 | 乙", "")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<b>1.開 發</b>", "1.開發"),
        ("## **標題**", "標題"),
        ("保證額度<sup>10</sup>", "保證額度"),
        ("<sup>28</sup> 矽", "<sup>28</sup> 矽"),
        ("A&amp;B 計畫", "A&B 計畫"),
        ("甲　　乙", "甲乙"),
    ],
)
def test_a_cells_words_are_left_without_their_marks(raw: str, text: str) -> None:
    assert plain(raw) == text


def test_two_halves_are_put_together() -> None:
    assert joined("AI", "chip") == "AI chip"
    assert joined("推動", "平台") == "推動平台"
    assert joined("完成 AI", "晶片") == "完成 AI晶片"
    assert joined("完成 AI", "晶片", spaced=True) == "完成 AI 晶片"
    assert joined("", "平台") == "平台"


def test_a_compatibility_ideograph_is_the_one_it_stands_for() -> None:
    assert unified("\uf90a①") == "金①"


@given(ANY)
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("cell", "lead", "co"),
    [
        ("經濟部", ("經濟部",), ()),
        ("經濟部(工業局)", ("經濟部(工業局)",), ()),
        ("經濟部資安處科會辦", ("經濟部", "資安處", "科會辦"), ()),
        ("(主) 經濟部 (工業局)  (協) 科技部", ("經濟部(工業局)",), ("科技部",)),
        ("（主）國防部（協）科會辦 科技部", ("國防部",), ("科會辦", "科技部")),
        ("經濟部、經濟部", ("經濟部",), ()),
        ("經濟部(工業局、財團法人) 紡織產業綜合研究所)", ("經濟部(工業局、財團法人紡織產業綜合研究所)",), ()),
        ("經濟部(工業局", ("經濟部(工業局)",), ()),
        ("", (), ()),
    ],
)
def test_the_agencies_of_a_cell(cell: str, lead: tuple[str, ...], co: tuple[str, ...]) -> None:
    found = agencies_in(cell)

    assert (found.lead, found.co) == (lead, co)


def test_a_slash_parts_lead_from_joint_only_where_the_plan_says_so() -> None:
    assert agencies_in("科技部／經濟部、教育部", slash_parts=True).co == ("經濟部", "教育部")
    assert agencies_in("科技部／經濟部").lead == ("科技部", "經濟部")


@pytest.mark.parametrize(
    "cell", ["建立平台", "110/1~110/12", "", "經濟部推動之五大計畫完成平台建置並推廣應用"]
)
def test_a_text_is_no_list_of_agencies(cell: str) -> None:
    assert not is_agencies(cell)


@given(ANY)
def test_any_cell_has_its_agencies_once(text: str) -> None:
    found = agencies_in(text)

    assert len(set(found.lead)) == len(found.lead)
    assert isinstance(is_agencies(text), bool)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("推動平台，\n並整合示範系", True),
        ("推動平台，\n並整合示範系統。", False),
        ("推動平台，\n並整合示範系統 ", False),
        ("推動平台，完成示範。\n## 伍、推動與管考機制", False),
        ("推動平台，完成示範。\n甲\t乙", False),
        ("目錄\n推動平台", False),
        ("", False),
    ],
)
def test_a_document_that_stops_in_a_sentence_is_told(text: str, *, told: bool) -> None:
    assert [each.lines for each in cut_off(lines_of(text))] == ([(2,)] if told else [])


def test_a_paragraph_s_lines_are_put_together_and_found_again() -> None:
    first, second = paragraphs(lines_of("推動 AI\nchip\n\n平台。 \n第二段"))

    assert (first.text, second.text) == ("推動 AI chip平台。", "第二段")
    assert [first.line_at(first.text.index(word)) for word in ("推", "AI", "chip", "平")] == [1, 1, 2, 3]
    assert (second.line, second.line_at(2)) == (4, 4)


@given(st.lists(st.text("推動 AI12、。\u3000", max_size=8), max_size=8))
def test_a_paragraph_is_what_joining_its_lines_one_by_one_makes(lines: list[str]) -> None:
    text = ""
    for line in lines:
        text = joined(text, plain(line.rstrip()))

    found = paragraphs(lines_of("\n".join(line.rstrip() for line in lines)))
    assert [each.text for each in found] == ([text] if text else [])
