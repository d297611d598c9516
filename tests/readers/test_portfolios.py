"""Portfolios as agencies keep them: four forms of file read the same, bad rows by their line, columns guessed."""

import io
import json
from collections.abc import Callable

import polars as pl
import pytest
from odfdo import Cell, Document, Row, Table

from coretech.kit.refusal import Refused
from coretech.readers.portfolios.columns import guess
from coretech.readers.portfolios.projects import Project, read_projects, year_of
from coretech.readers.portfolios.tables import read_table

HEADINGS = ["計畫編號", "計畫名稱", "摘要", "年度"]
COLUMNS = {"id": "計畫編號", "title": "計畫名稱", "abstract": "摘要", "year": "年度"}
ROWS = [["P-1", "衛星姿態控制", "高精度\n指向", "113"], ["P-2", "後量子密碼", "", "2024"]]


def as_csv(rows: list[list[str]]) -> bytes:
    quoted = [",".join(f'"{cell}"' for cell in row) for row in [HEADINGS, *rows]]
    return ("\ufeff" + "\r\n".join(quoted)).encode()


def as_jsonl(rows: list[list[str]]) -> bytes:
    return "\n".join(json.dumps(dict(zip(HEADINGS, row, strict=True))) for row in rows).encode()


def as_parquet(rows: list[list[str]]) -> bytes:
    raw = io.BytesIO()
    pl.DataFrame(rows, schema=HEADINGS, orient="row").write_parquet(raw)
    return raw.getvalue()


def as_ods(rows: list[list[str]]) -> bytes:
    document, table = Document("spreadsheet"), Table("計畫")
    for values in [HEADINGS, *rows]:
        row = Row()
        for value in values:
            row.append_cell(Cell(text=value.replace("\n", " "), value=value.replace("\n", " ")))
        table.append_row(row)
    document.body.clear()
    document.body.append(table)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize("write", [as_csv, as_jsonl, as_parquet, as_ods])
def test_every_form_of_file_holds_the_same_projects(write: Callable[[list[list[str]]], bytes]) -> None:
    read = read_projects(read_table(write(ROWS)), COLUMNS)

    assert read.faults == []
    assert [(each.id, each.title, each.year) for each in read.projects] == [
        ("P-1", "衛星姿態控制", 2024),
        ("P-2", "後量子密碼", 2024),
    ]
    assert read.projects[0].abstract.split() == ["高精度", "指向"]


def test_bad_rows_are_faults_of_their_line_and_lose_no_other() -> None:
    rows = [
        ROWS[0],
        ["", "沒有編號", "", ""],
        ["P-1", "重複", "", ""],
        ["P-3", "", "", ""],
        ["P-4", "好", "", "x"],
    ]

    read = read_projects(read_table(as_csv([*rows, ["P-5", "好", "", ""]])), COLUMNS)

    assert [each.id for each in read.projects] == ["P-1", "P-4", "P-5"]
    assert [(each.line, each.column, each.kept) for each in read.faults] == [
        (4, "id", False),
        (5, "id", False),
        (6, "title", False),
        (7, "year", True),
    ]
    assert (read.left_out, read.projects[1].year) == (3, None)


def test_bytes_that_are_no_utf8_are_the_fault_of_their_row_alone() -> None:
    raw = as_csv(ROWS) + b'\r\n"P-3","\xa4\xa4\xa4\xe5","",""'

    read = read_projects(read_table(raw), COLUMNS)

    assert [each.id for each in read.projects] == ["P-1", "P-2"]
    assert [each.column for each in read.faults] == ["title"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5", "cp950"])
def test_a_file_is_read_in_the_encoding_it_was_saved_in(encoding: str) -> None:
    raw = as_csv(ROWS).decode("utf-8-sig").encode(encoding)

    read = read_projects(read_table(raw), COLUMNS)

    assert (read.faults, [each.title for each in read.projects]) == ([], ["衛星姿態控制", "後量子密碼"])


def test_a_line_that_is_no_object_is_a_fault() -> None:
    read = read_projects(read_table(as_jsonl(ROWS) + b"\n[1]\n{"), COLUMNS)

    assert [each.line for each in read.faults] == [3, 4]


@pytest.mark.parametrize(
    "raw", [b"", b" \n ", b"PAR1 and nothing more", b"PK\x03\x04", b"%PDF-1.7", b"a\x00b"]
)
def test_what_is_no_table_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(Refused) as caught:
        list(read_table(raw).lines)

    assert (caught.value.status, caught.value.field) == (422, "file")


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        ({"id": "計畫編號"}, "title"),
        (COLUMNS | {"year": "計畫名稱"}, "title"),
        (COLUMNS | {"budget": "錢"}, "budget"),
    ],
)
def test_columns_that_do_not_fit_are_refused(columns: dict[str, str], field: str) -> None:
    with pytest.raises(Refused) as caught:
        read_projects(read_table(as_csv(ROWS)), columns)

    assert caught.value.field == field


def test_columns_are_guessed_by_name_and_as_before() -> None:
    assert guess(HEADINGS) == COLUMNS
    assert guess(["Project ID", "Title", "Summary"]) == {
        "id": "Project ID",
        "title": "Title",
        "abstract": "Summary",
    }
    assert guess(["Grant No.", "題目", "研究內容", "執行期間", "核定金額(元)", "機關名稱"]) == {
        "id": "Grant No.",
        "title": "題目",
        "abstract": "研究內容",
        "agency": "機關名稱",
        "year": "執行期間",
        "budget": "核定金額(元)",
    }
    assert guess(["甲", "乙"], {"id": "乙", "title": "丙"}) == {"id": "乙"}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        *[("113", 2024), ("民國113年", 2024), ("2024", 2024), ("113年度", 2024), ("11", 1922)],
        *[("113/08/01~114/07/31", 2024), ("1130801", 2024), ("2024-08-01", 2024), ("20240801", 2024)],
        *[("9999", None), ("x", None), ("一一三", None), ("123456789", None), ("31/07/2024", None)],
    ],
)
def test_years_are_read_in_either_calendar(text: str, year: int | None) -> None:
    assert year_of(text) == year


def test_the_text_compared_is_title_and_abstract() -> None:
    assert Project(2, "P", "名稱", "摘要").text == "名稱\n摘要"
