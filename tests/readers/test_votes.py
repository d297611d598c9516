"""CSV files of recorded votes, as houses publish them and as people save them."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.readers.votes.decoding import decoded
from coretech.readers.votes.rows import Counted, Fault, Votes

COUNTS = st.integers(0, 999_999_999)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


def read(text: str) -> list[Counted | Fault]:
    return list(Votes(text).rows())


def counted(text: str) -> tuple[int, int, int, int | None]:
    (row,) = read(text)
    assert isinstance(row, Counted)
    return row.for_, row.against, row.abstain, row.entitled


@pytest.mark.parametrize(
    "header",
    [
        "for,against,abstain",
        "For,Against,Abstentions",
        "Yea,Nay,Abstain",
        "AyeCount,NoCount,AbstentionCount",
        "count_for,count_against,count_abstention",
        "贊成,反對,棄權",
        "贊成票數,反對票數,棄權票數",
        "同意,不同意,棄權",
        "贊成人數,反對人數,棄權人數",
        "for\tagainst\tabstain",
        "for;against;abstain",
        '"for","against","abstain"',
    ],
)
def test_the_columns_are_found_by_the_names_houses_give_them(header: str) -> None:
    mark = next(mark for mark in ",\t;" if mark in header)

    assert counted(f"{header}\n7{mark}5{mark}2\n") == (7, 5, 2, None)


@pytest.mark.parametrize("name", ["entitled", "present", "出席人數", "出席", "得表決", "Attending"])
def test_how_many_could_vote_is_taken_where_the_file_says_it(name: str) -> None:
    assert counted(f"id,{name},for,against,abstain\n1,14,7,5,2\n") == (7, 5, 2, 14)
    assert counted(f"id,{name},for,against,abstain\n1,,7,5,2\n") == (7, 5, 2, None)


def test_who_is_entitled_goes_before_who_is_present() -> None:
    assert counted("present,entitled,for,against,abstain\n15,14,7,5,2\n") == (7, 5, 2, 14)


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("for,against", "abstain"),
        ("id,title", "for, against, abstain"),
        ("for,against,abstain,for", "for"),
        ("for,yes,against,abstain", "for"),
        ('"for,against,abstain', "header"),
    ],
)
def test_a_header_that_leaves_a_doubt_is_refused(header: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        Votes(f"{header}\n1,2,3,4\n")

    assert refused.value.field == named


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ('a,"1,200",5,2', "for", "千分位"),
        ("a,-7,5,2", "for", "負數"),
        ("a,7,5.0,2", "against", "整數"),
        ("a,7,５,2", "against", "整數"),
        ("a,7,five,2", "against", "整數"),
        ("a,7,1e3,2", "against", "整數"),
        ("a,7,5,", "abstain", "空白"),
        ("a,7,5,9999999999", "abstain", "整數"),
        ("a,7,5", "", "3 欄"),
        ("a,7,5,2,1", "", "5 欄"),
        ('a,"7"x,5,2', "", "引號"),
    ],
)
def test_a_bad_row_says_where_and_the_others_are_read(row: str, column: str, words: str) -> None:
    first, bad, last = read(f"id,for,against,abstain\na,1,2,3\n{row}\nb,4,5,6\n")

    assert isinstance(bad, Fault)
    assert (bad.line, bad.column) == (3, column)
    assert words in bad.sentence.zh
    assert isinstance(first, Counted)
    assert isinstance(last, Counted)


def test_a_quote_that_is_never_closed_is_told_at_the_line_where_it_opens() -> None:
    rows = read('id,for,against,abstain\na,1,2,3\n"b,4,5,6\nc,7,8,9\n')

    assert [(type(row), row.line) for row in rows] == [(Counted, 2), (Fault, 3)]


def test_a_cell_of_two_lines_moves_the_count_of_lines_and_empty_lines_are_passed_over() -> None:
    rows = read('id,for,against,abstain\n"a\nb",1,2,3\n\n,,,\nc,4,5,6\n')

    assert [row.line for row in rows] == [2, 6]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp950", "Big5")],
)
def test_the_encoding_is_found_and_named(codec: str, name: str) -> None:
    text = "案由,贊成,反對,棄權\n預算案,7,5,2\n"

    found = decoded(text.encode(codec))

    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "空的"),
        (b" \r\n", "空的"),
        (b"for,against,abstain\n1,2,\xff\xff\n", "Big5"),
        ("for,against".encode("utf-16-le"), "空位元組"),
        (b"\xef\xbb\xbffor,\xe8", "第 8 個位元組"),
    ],
)
def test_what_no_encoding_fits_is_refused_with_the_way_out(raw: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        decoded(raw)

    assert words in refused.value.sentence.zh


@given(st.lists(st.tuples(TEXTS, COUNTS, COUNTS, COUNTS), max_size=8))
def test_whatever_else_a_row_holds_its_counts_are_read_and_its_cells_kept(
    rows: list[tuple[str, int, int, int]],
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("note", "for", "against", "abstain"), *rows])

    found = read(text.getvalue())

    assert [
        (row.cells[0], row.for_, row.against, row.abstain) for row in found if isinstance(row, Counted)
    ] == rows


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(raw: bytes) -> None:
    with suppress(Refused):
        assert all(row.line >= 2 for row in read(decoded(b"for,against,abstain\n" + raw).text))
