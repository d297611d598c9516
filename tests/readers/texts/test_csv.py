"""CSV of texts: whatever one row is, the others are read."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from tests.readers.texts.reading import read

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12).filter(
    lambda text: "\ufffd" not in text and "\x00" not in text and "\ufeff" not in text
)


def test_ids_and_texts_are_read_with_the_lines_they_begin_on() -> None:
    texts, faults = read('id,text\na,"量子\n計算"\nb,satellite\n'.encode())

    assert [text[:3] for text in texts] == [(2, "a", "量子\n計算"), (4, "b", "satellite")]
    assert faults == []


def test_each_bad_row_is_told_by_its_line_and_no_other_is_lost() -> None:
    raw = b"id,text\na,x\n,y\na,z\nb,\nc,d,e\nd\n\ne,f\n"

    texts, faults = read(raw)

    assert [text.id for text in texts] == ["a", "e"]
    assert [(fault.line, fault.sentence.en) for fault in faults] == [
        (3, "has no id"),
        (4, "its id a is already on line 2"),
        (5, "its text is empty"),
        (6, "has 3 columns where the header has 2"),
        (7, "has 1 columns where the header has 2"),
    ]


def test_a_quote_that_is_never_closed_costs_its_own_row_alone() -> None:
    texts, faults = read(b'id,text\na,"x\nb,y\nc,z\n')

    assert [text.id for text in texts] == ["b", "c"]
    assert [(fault.line, fault.sentence.en) for fault in faults] == [
        (2, "a quote is opened and never closed")
    ]


def test_quotes_within_a_cell_stand_for_themselves() -> None:
    texts, faults = read(b'id,text\na,12" wafers\nb,"said ""no"""\nc,"odd"ly\n')

    assert [text.text for text in texts] == ['12" wafers', 'said "no"', "oddly"]
    assert faults == []


def test_empty_cells_beyond_the_header_are_what_spreadsheets_leave() -> None:
    assert [text.id for text in read(b"id,text\na,x,,\n")[0]] == ["a"]


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_characters_may_part_the_cells(delimiter: str) -> None:
    texts, _ = read(f"id{delimiter}text\na{delimiter}x, y\n".encode())

    assert texts[0].text == "x, y"


def test_named_columns_are_joined_and_empty_ones_left_out() -> None:
    raw = b"no,title,abstract\n1,A,B\n2,C,\n3,,\n"

    texts, faults = read(raw, "no", ["Title", "abstract"])

    assert [text.text for text in texts] == ["A\nB", "C"]
    assert [fault.line for fault in faults] == [4]


@pytest.mark.parametrize(("names", "missing"), [("nr,text", "id"), ("id,title", "text")])
def test_a_missing_column_is_refused_with_those_there_are(names: str, missing: str) -> None:
    with pytest.raises(Refused) as refused:
        read(f"{names}\n1,x\n".encode())

    assert f"“{missing}”" in refused.value.sentence.en
    assert names.replace(",", ", ") in refused.value.sentence.en


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused):
        read(raw)


def test_five_megabytes_of_one_text_are_read() -> None:
    texts, _ = read(b'id,text\na,"' + b"satellite " * 500_000 + b'"\nb,x\n')

    assert [len(text.text) for text in texts] == [4_999_999, 1]


@given(st.lists(st.tuples(CELLS, CELLS), max_size=8))
def test_what_the_standard_library_writes_is_read_alike(cells: list[tuple[str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("id", "text"), *cells])
    wanted = {name.strip(): text.strip() for name, text in reversed(cells) if name.strip() and text.strip()}

    texts, faults = read(written.getvalue().encode())

    assert len(texts) + len(faults) == len(cells)
    assert {text.id for text in texts} == wanted.keys()
