"""A table of accounts is read back as it was written, and what is wrong is told by its cell."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.readers.accounts.columns import REQUIRED, heading
from coretech.readers.accounts.rows import AccountRow, read_accounts
from coretech.readers.accounts.write import SAMPLE, write_accounts
from coretech.readers.seats.grid import MOST_BYTES
from coretech.readers.seats.write import Format

PIECES = st.sampled_from(("陳", "chen ", "=A1+", "'@", "-", '"，"', "'", "+1"))
TEXT = st.lists(PIECES, min_size=1, max_size=3).map("".join).map(str.strip).filter(bool)
DAYS = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))
ROWS = st.builds(
    AccountRow,
    username=TEXT,
    email=TEXT,
    language=st.sampled_from(("zh-hant", "en")),
    name_zh=TEXT,
    name_en=TEXT | st.just(""),
    agency=st.sampled_from(("", "moea")),
    kind=st.sampled_from(("officer", "announcer")),
    start=DAYS,
    end=DAYS,
)


@given(st.lists(ROWS, max_size=3), st.sampled_from(Format))
def test_what_is_written_is_read_back_without_loss(rows: list[AccountRow], form: Format) -> None:
    read = read_accounts(write_accounts(rows, form))

    assert read.findings == ()
    assert list(read.rows) == rows


def test_the_sample_is_read_without_a_finding() -> None:
    assert read_accounts(write_accounts(SAMPLE, Format.ODS)).rows == SAMPLE


def test_words_in_chinese_and_roc_days_are_taken() -> None:
    told = "帳號名稱,電子郵件,姓名,語言,任職機關,職務,起日\nchen,c@a.example,陳,英文,ey,公告承辦人,114.6.2\n"

    (row,) = read_accounts(told.encode()).rows

    assert (row.language, row.kind, row.start) == ("en", "announcer", dt.date(2025, 6, 2))


def test_everything_wrong_is_told_at_its_cell() -> None:
    told = "username,email,name_zh,language,kind,start\n,c@a.example,陳,fr,minister,soon\nlin,l@a.example,林,,,\n"

    read = read_accounts(told.encode())

    assert [finding.column for finding in read.findings] == [
        f"{place}2 {heading(name)}"
        for place, name in (("A", "username"), ("D", "language"), ("E", "kind"), ("F", "start"))
    ]
    assert [row.username for row in read.rows] == ["lin"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"x" * (MOST_BYTES + 1),
        b"username,email,name_zh,colour\n",
        b"username,username,email,name_zh\n",
        *(",".join(name for name in REQUIRED if name != left_out).encode() for left_out in REQUIRED),
    ],
)
def test_a_file_that_is_no_table_of_accounts_is_refused_whole(raw: bytes) -> None:
    with pytest.raises(Refused) as caught:
        read_accounts(raw)

    assert (caught.value.status, caught.value.field) == (422, "file")
