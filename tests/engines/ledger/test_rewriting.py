"""JSON text brought to its canonical form by the quick way is what RFC 8785 asks for."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.ledger.leaf import canonical
from coretech.engines.ledger.rewriting import UNREADABLE, canonical_text, canonical_texts, written

SAFE = 2**53 - 1
AWKWARD = st.sampled_from(
    ["\ue000", "\U0001f600", "\uffff", "\x7f", "\u2028", "\\u0041", '\x01\b\f\n\r\t"\\/', "國家"]
)
TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), AWKWARD)
NUMBERS = st.one_of(st.integers(-SAFE, SAFE), st.floats(allow_nan=False, allow_infinity=False))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=5)


@given(OBJECTS, st.sampled_from([0, 1]), st.sampled_from([(",", ":"), (", ", ": ")]))
def test_whatever_json_tells_is_written_as_rfc_8785_writes_it(
    said: dict[str, object], ascii_only: int, separators: tuple[str, str]
) -> None:
    text = json.dumps(said, ensure_ascii=bool(ascii_only), separators=separators)

    value, rewritten = canonical_text(text)

    assert value == said
    assert rewritten.encode() == canonical(said)


@given(st.lists(OBJECTS, max_size=6))
def test_many_texts_at_once_give_what_each_gives_alone(said: list[dict[str, object]]) -> None:
    texts = [json.dumps(each, ensure_ascii=False) for each in said]

    assert canonical_texts(texts) == [canonical_text(text) for text in texts]


def test_one_that_cannot_be_read_spoils_no_other() -> None:
    long, deep = "9" * 5_000, "[" * 100_000 + "]" * 100_000
    texts = ['{"a":1}', f'{{"n":{long}}}', '{"b":"\U0001f600"}', deep, '{"x":1e400}', '{"c":1.50}']

    told = canonical_texts(texts)

    assert [None if each is None else each[1] for each in told] == [
        *('{"a":1}', None, '{"b":"\U0001f600"}', None, None, '{"c":1.5}')
    ]


@pytest.mark.parametrize("text", ["", "{", "NaN", '"\\ud800"', '{"a":Infinity}', "1e999"])
def test_what_no_leaf_can_say_is_not_rewritten(text: str) -> None:
    with pytest.raises(UNREADABLE):
        canonical_text(text)


def test_nothing_is_written_as_nothing() -> None:
    assert written([]) == []
    assert canonical_texts([]) == []
