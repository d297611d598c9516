"""A file of returns is read row by row, and everything wrong in it is told at its cell."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.readers.seats.write import Format
from coretech.readers.supplies import Key, SupplyRow, read_returns
from coretech.readers.supplies.template import Blank, write_template
from tests.readers.supplies.supply_files import (
    COAL,
    EXPECTING,
    NAMES,
    OF_2025,
    as_csv,
    as_json,
    as_json_lines,
    as_ods,
    read,
    row,
)

Form = Callable[..., bytes]
JANUARY = Key("coal", dt.date(2025, 1, 1), dt.date(2025, 1, 31))
FORMS = pytest.mark.parametrize("form", [as_csv, as_ods, as_json, as_json_lines])
FIRST: dict[Form, int] = {as_csv: 2, as_ods: 2, as_json: 1, as_json_lines: 1}


@FORMS
def test_a_good_row_is_read_from_every_form(form: Form) -> None:
    rows, errors = read(form(row()))

    assert errors == []
    assert rows == [SupplyRow(FIRST[form], JANUARY, imports=Decimal(20), stock=Decimal(30))]


@FORMS
@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"commodity": "kryptonite"}, "commodity", "no such commodity"),
        ({"commodity": ""}, "commodity", "Fill this in"),
        ({"unit": ""}, "unit", "Fill this in"),
        ({"unit": "公秉"}, "unit", "does not convert"),
        ({"period_start": "1 Jan"}, "period_start", "no date"),
        ({"period_end": "2025-02-30"}, "period_end", "no date"),
        ({"period_end": "2024-12-31"}, "period_end", "before"),
        (
            {"period_start": "2024-01-01", "period_end": "113.1.31"},
            "period_end",
            "of 2024, but the file is of 2025",
        ),
        ({"period_end": "2025-01-30"}, "period_end", "monthly"),
        ({"stock": "-1"}, "stock", "negative"),
        ({"stock": "（1,000）"}, "stock", "negative"),
        ({"stock": "−５"}, "stock", "negative"),
        ({"stock": "3O"}, "stock", "no number"),
        ({"stock": "1,00"}, "stock", "no number"),
        ({"stock": "1e5"}, "stock", "no number"),
        ({"stock": "三十"}, "stock", "no number"),
        ({"imports": "-", "stock": ""}, "", "no figure at all"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    form: Form, cells: dict[str, str], column: str, words: str
) -> None:
    rows, (error,) = read(form(row(**cells), row(commodity="soy")), OF_2025)

    assert [each.key.commodity for each in rows] == ["soy"]
    assert (error.line, error.column) == (FIRST[form], column)
    assert words in error.sentence.en
    assert error.value == cells.get(column, "").strip()
    in_table = form in {as_csv, as_ods} and column
    assert error.cell == (f"{'ABCDEF'[NAMES.index(column)]}2" if in_table else "")


def test_a_period_that_is_not_over_is_refused() -> None:
    _, (error,) = read(as_csv(row(period_start="115.3.1", period_end="115.3.31")))

    assert "not over" in error.sentence.en


def test_everything_wrong_in_a_line_is_told_at_once() -> None:
    _, errors = read(as_csv(row(commodity="?", period_end="?", imports="?", stock="-3")))

    assert [error.cell for error in errors] == ["A2", "D2", "E2", "F2"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", "1234.5"),
        ("１２３．５", "123.5"),
        ("１，２３４", "1234"),
        (" 7 ", "7"),
        ("0", "0"),
        ("0.30000000000000004", "0.3"),
        ("1000", "1000"),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, value: str) -> None:
    ((found,), errors) = read(as_csv(row(stock=text)))

    assert (found.stock, errors) == (Decimal(value), [])


@pytest.mark.parametrize("untold", ["", "-", "－", "—"])
def test_a_dash_is_not_told_and_never_zero(untold: str) -> None:
    ((found,), _) = read(as_csv(row(imports=untold)))

    assert found.imports is None


@pytest.mark.parametrize("days", [("114.1.1", "114.1.31"), ("民國114年1月1日", "２０２５/1/31")])
def test_days_are_read_in_either_calendar(days: tuple[str, str]) -> None:
    ((found,), _) = read(as_csv(row(period_start=days[0], period_end=days[1])))

    assert found.key == JANUARY


@pytest.mark.parametrize("called", ["coal", "COAL", "煤炭", " 煤 炭 "])
def test_a_commodity_is_known_by_every_name_however_it_is_typed(called: str) -> None:
    ((found,), _) = read(as_csv(row(commodity=called)))

    assert found.key == JANUARY


def test_the_same_period_twice_is_told_with_the_line_of_the_first() -> None:
    rows, (error,) = read(as_csv(row(), row(commodity="soy"), row(commodity="煤炭", stock="31")))

    assert len(rows) == 2
    assert (error.line, error.cell) == (4, "C4")
    assert "Line 2" in error.sentence.en


def test_a_line_that_is_refused_does_not_stand_in_the_way_of_its_correction() -> None:
    rows, (error,) = read(as_csv(row(stock="?"), row()))

    assert (error.line, [each.line for each in rows]) == (2, [3])


def test_a_period_already_known_is_restated_and_marked() -> None:
    rows, errors = read(as_csv(row(), row(commodity="soy")), replace(EXPECTING, known={JANUARY}))

    assert errors == []
    assert [each.restates for each in rows] == [True, False]


def test_blank_rows_are_passed_over_and_lines_are_counted_as_in_the_spreadsheet() -> None:
    for form in (as_csv, as_ods):
        rows, errors = read(form([""] * 6, row(), ["", " "][:1], row(commodity="soy")))

        assert ([each.line for each in rows], errors) == ([3, 5], [])


def test_a_cell_beside_the_columns_is_told() -> None:
    _, (error,) = read(as_csv([*row(), "30"]))

    assert (error.cell, error.value) == ("G2", "30")


def test_words_that_could_not_be_kept_are_told() -> None:
    lines = [[*row(), "\n更正"], [*row(commodity="soy"), "長" * 401]]

    _, errors = read(as_ods(*lines, names=(*NAMES, "note")))

    assert [error.cell for error in errors] == ["G3"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", ""),
        (b"PK\x03\x04 nothing", "damaged"),
        ("物資,單位".encode("cp950"), "UTF-8"),
        (as_csv(row(), names=("commodity", "unit", "period_start", "period_end", "imports", "stocks")), "F1"),
        (
            as_csv(row(), names=("commodity", "unit", "period_start", "period_end", "stock", "期末存量")),
            "twice",
        ),
        (as_csv(row()[1:], names=NAMES[1:]), "“commodity” is missing"),
        (as_csv(["x"] * 41), "40"),
        (as_csv(row()) + b'"open', "CSV"),
    ],
)
def test_a_file_that_is_no_table_of_returns_is_refused_whole(raw: bytes, words: str) -> None:
    with pytest.raises(Refused) as caught:
        list(read_returns(raw, EXPECTING))

    assert (caught.value.status, caught.value.field) == (422, "file")
    assert words in caught.value.sentence.en


@pytest.mark.parametrize("form", Format)
def test_a_filled_template_is_read_back_and_the_figures_beside_it_are_passed_over(form: Format) -> None:
    blanks = [Blank(JANUARY.start, JANUARY.end, last={"stock": Decimal("29.5"), "imports": None})]
    sheet = write_template(COAL, blanks, form)

    _, (empty,) = read(sheet)

    assert "no figure at all" in empty.sentence.en
    if form is Format.CSV:
        filled = sheet.decode("utf-8-sig").replace("2025-01-31,,,,,,,,,", "2025-01-31,,,,,,,8,,")
        ((found,), errors) = read(filled.encode())
        assert (found.key, found.stock, errors) == (JANUARY, Decimal(8), [])


def test_rows_are_given_out_before_the_rest_of_the_file_is_read() -> None:
    rows = read_returns(as_csv(row()) + b'"open', EXPECTING)

    assert isinstance(next(rows), SupplyRow)
    with pytest.raises(Refused):
        next(rows)


def test_the_one_wrong_row_of_a_thousand_is_found_among_them() -> None:
    starts = [dt.date(1920 + at // 12, at % 12 + 1, 1) for at in range(1000)]
    ends = [(start + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1) for start in starts]
    lines = [
        row(period_start=str(start), period_end=str(end)) for start, end in zip(starts, ends, strict=True)
    ]
    lines[700] = row(period_start="1978-05-01", period_end="1978-05-31", stock="-1")

    rows, (error,) = read(as_ods(*lines))

    assert (len(rows), error.cell, error.value) == (999, "F702", "-1")


FIGURES = st.none() | st.decimals(0, 10**9, places=3, allow_nan=False)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=8), st.sampled_from((as_csv, as_ods, as_json))
)
def test_what_is_written_is_read_back_without_loss(
    figures: list[tuple[Decimal | None, Decimal | None]], form: Form
) -> None:
    texts = [tuple("" if each is None else str(each) for each in pair) for pair in figures]
    lines = [
        row(period_start=f"{2000 + at}-01-01", period_end=f"{2000 + at}-01-31", imports=imports, stock=stock)
        for at, (imports, stock) in enumerate(texts)
    ]

    rows, errors = read(form(*lines))

    told = [pair for pair in figures if pair != (None, None)]
    assert [(each.imports, each.stock) for each in rows] == told
    assert len(errors) == len(figures) - len(told)
