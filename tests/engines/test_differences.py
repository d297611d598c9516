"""What changed between two texts can be read off the pieces, whatever the texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.differences import pieces_of

TEXT = st.text(st.sampled_from("甲乙丙。！\n ab1"), max_size=60)
LONG = 100_000


def told(before: str, after: str) -> tuple[str, str]:
    """Both texts, put together again from the pieces."""
    pieces = pieces_of(before, after)
    old = "".join(piece.text for piece in pieces if piece.change != "new")
    return old, "".join(piece.text for piece in pieces if piece.change != "gone")


@given(TEXT, TEXT)
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    assert told(before, after) == (before, after)


@given(TEXT)
def test_a_text_that_stays_is_one_piece_kept(text: str) -> None:
    assert [piece.change for piece in pieces_of(text, text)] == (["kept"] if text else [])


@given(TEXT, TEXT)
def test_neighbouring_pieces_changed_differently(before: str, after: str) -> None:
    changes = [piece.change for piece in pieces_of(before, after)]

    assert all(one != next_ for one, next_ in pairwise(changes))


def test_one_changed_word_leaves_the_sentence_around_it() -> None:
    pieces = pieces_of("第一句。解析度為五公尺。", "第一句。解析度為三公尺。")

    assert [(piece.change, piece.text) for piece in pieces] == [
        ("kept", "第一句。解析度為"),
        ("gone", "五"),
        ("new", "三"),
        ("kept", "公尺。"),
    ]


def test_texts_of_a_hundred_thousand_characters_are_compared() -> None:
    before = "".join(f"第{number}句話。" for number in range(LONG // 8))
    after = before.replace("第77句話。", "換掉的一句。")
    same_line = "同。" * (LONG // 2)

    assert [piece.text for piece in pieces_of(before, after) if piece.change == "new"]
    assert told(before, after) == (before, after)
    assert told(same_line, same_line[:-10]) == (same_line, same_line[:-10])
