"""A table of candidates is read back as it was written, and what is wrong is told by its cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.law.terms import Harm, Part
from coretech.readers.portfolio_cases.columns import COLUMNS, REQUIRED, heading
from coretech.readers.portfolio_cases.rows import LONGEST_CELL, MOST_BYTES, CaseRow, read_cases
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import Format

PIECES = st.sampled_from(("衛星", "radar ", "=A1+", "'@", "-", '"，"', "（技術）", "'", "+1"))
TEXT = st.lists(PIECES, min_size=1, max_size=3).map("".join).map(str.strip).filter(bool)
PARAGRAPHS = st.lists(TEXT, min_size=1, max_size=2).map("\n".join)
ROWS = st.builds(
    CaseRow,
    agency=st.sampled_from(("nstc", "mnd")),
    kind=st.sampled_from(("identify", "change")),
    item=st.none() | st.integers(0, 999_999),
    aspect=st.sampled_from(("", "name", "removal")),
    ground=st.sampled_from(("", "holder_request")),
    name_zh=TEXT,
    name_en=TEXT,
    sector=st.just("space"),
    authority=st.sampled_from(("", "moea")),
    why=PARAGRAPHS,
    case=st.booleans(),
    parts=st.dictionaries(st.sampled_from([part.value for part in Part]), PARAGRAPHS, max_size=3),
    harms=st.sets(st.sampled_from([harm.value for harm in Harm])).map(sorted).map(tuple),
    limbs=st.sampled_from(((), (1,), (2,), (1, 2))),
)
HEAD = "agency,name_zh,name_en,sector,why"


@given(st.lists(ROWS, max_size=3), st.sampled_from(Format))
def test_what_is_written_is_read_back_without_loss(rows: list[CaseRow], form: Format) -> None:
    read = read_cases(write_cases(rows, form))

    assert read.findings == ()
    assert list(read.rows) == rows


def test_the_sample_holds_the_eight_technologies() -> None:
    rows = sample_rows()

    assert len(rows) == 8
    assert {(row.agency, row.sector) for row in rows} == {("nstc", "space"), ("mnd", "defence")}
    assert all(row.case for row in rows)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}\n,甲,A,space,why", "Line 2, column “A2 盤點機關 agency”: Fill this in."),
        (f"{HEAD},limbs\nnstc,甲,A,space,why,3", "Line 2, column “F2 要件 limbs”: Write 1, 2 or “1,2”."),
        (f"{HEAD},item\nnstc,甲,A,space,why,x", "column “F2 清單項次 item”: “x” is no whole number."),
        (f"{HEAD},kind\n\nnstc,甲,A,space,why,new", "Line 3, column “F3 種類 kind”"),
        (f"{HEAD},case\nnstc,甲,A,space,why,maybe", "column “F2 成案 case”"),
        (f"{HEAD}\nnstc,=A1,A,space,why", "Line 2, column “B2”: It is a formula"),
        (f"{HEAD}\nnstc,甲,A,space,{'x' * (LONGEST_CELL + 1)}", "column “E2”: The text is longer"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_address(text: str, told: str) -> None:
    (finding,) = read_cases(text.encode()).findings

    assert told in finding.told.en
    assert finding.told.zh.startswith("第")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "neither ODS nor CSV"),
        (b"x" * (MOST_BYTES + 1), "larger than 1024 KB"),
        (b"PK\x03\x04 not a zip", "no ODS"),
        ("機關".encode("cp950"), "Big5"),
        (f"{HEAD},colour\n".encode(), "F1: there is no column “colour”"),
        (f"{HEAD},agency\n".encode(), "F1: the column “agency” is there twice"),
    ],
)
def test_a_file_that_is_no_table_of_candidates_is_refused_whole(raw: bytes, words: str) -> None:
    with pytest.raises(Refused) as caught:
        read_cases(raw)

    assert caught.value.status == 422
    assert words in caught.value.sentence.en


@pytest.mark.parametrize("name", REQUIRED)
def test_a_column_that_must_be_there_is_missed(name: str) -> None:
    heads = [heading(each) for each in COLUMNS if each != name]

    with pytest.raises(Refused) as caught:
        read_cases(",".join(heads).encode())

    assert f"“{name}” is missing" in caught.value.sentence.en
