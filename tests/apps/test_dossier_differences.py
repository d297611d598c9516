"""Differences and clashes, answer by answer."""

from coretech.apps.cases.content import Content
from coretech.apps.cases.content_json import from_json
from coretech.apps.cases.differences import chosen, clashes, differences
from tests.factories.dossier_factories import CHARACTERISTICS

ROWS = [{"name": "甲", "value": "1"}, {"name": "乙", "value": "2"}]


def characteristics(rows: list[dict[str, str]], **more: str) -> Content:
    return from_json("characteristics", {"parameters": rows, **more})


def test_only_the_answers_that_changed_are_told() -> None:
    before = from_json("characteristics", CHARACTERISTICS)
    after = from_json("characteristics", {**CHARACTERISTICS, "distinctive": "解析度低於他國。"})

    (found,) = differences(before, after)

    assert found.where.zh == "與既有技術的差別"
    assert [(piece.change, piece.text) for piece in found.pieces][1:3] == [("gone", "高"), ("new", "低")]
    assert differences(before, before) == ()


def test_a_row_put_in_front_leaves_the_others_alone() -> None:
    found = differences(characteristics(ROWS), characteristics([{"name": "新"}, *ROWS]))

    assert [each.where.zh for each in found] == ["關鍵參數 第1列：參數"]


def test_a_row_taken_out_is_told_as_gone() -> None:
    found = differences(characteristics(ROWS), characteristics(ROWS[1:]))

    assert {piece.change for each in found for piece in each.pieces} == {"gone"}


def test_a_choice_is_told_in_words_of_both_languages() -> None:
    before = from_json("description", {"readiness": "3"})

    (found,) = differences(before, from_json("description", {"readiness": "4"}))

    assert any("laboratory" in piece.text for piece in found.pieces)


def test_whoever_alone_moved_on_is_chosen_and_mine_where_both_did() -> None:
    base = characteristics(ROWS, distinctive="一", equipment="一", more="同")
    mine = characteristics(ROWS, distinctive="二", equipment="一", more="同")
    theirs = characteristics(ROWS[:1], distinctive="三", equipment="二", more="同")

    found = clashes(base, mine, theirs)

    assert {clash.name: clash.chosen for clash in found} == {
        "distinctive": "mine",
        "equipment": "theirs",
        "parameters": "theirs",
    }
    merged = chosen(mine, theirs, {clash.name: clash.chosen for clash in found})
    assert merged == characteristics(ROWS[:1], distinctive="二", equipment="二", more="同")
