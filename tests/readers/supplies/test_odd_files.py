"""What spreadsheets and JSON can hold that no return may: formulas, merged cells, repeated rows, bombs, nonsense."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.kit.refusal import Refused
from coretech.readers.register_files.ods_package import packed
from coretech.readers.supplies import read_returns
from tests.readers.supplies.supply_files import EXPECTING, NAMES, as_csv, ods_of_cells, read, row

TEXTS = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row()[:5])
STOCK = (
    '<table:table-cell office:value-type="float" office:value="30"{}><text:p>30</text:p></table:table-cell>'
)


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        (' table:formula="of:=[.E2]+10"', "formula"),
        (' table:number-rows-spanned="2"', "merged"),
        (' table:number-columns-spanned="2"', "merged"),
    ],
)
def test_a_formula_or_a_merged_cell_is_told_by_its_name(attributes: str, words: str) -> None:
    rows, (error,) = read(
        ods_of_cells(f"<table:table-row>{TEXTS}{STOCK.format(attributes)}</table:table-row>")
    )

    assert (rows, error.cell, error.column, error.value) == ([], "F2", "stock", "30")
    assert words in error.sentence.en


def test_a_formula_in_csv_is_told_by_its_name() -> None:
    _, (error,) = read(as_csv(row(stock="=E2+10")))

    assert (error.cell, error.value) == ("F2", "=E2+10")


def test_a_formula_in_a_column_that_is_passed_over_is_nobodys_matter() -> None:
    rows, errors = read(as_csv([*row(), "=F2"], names=(*NAMES, "參考：上期")))

    assert (len(rows), errors) == (1, [])


def test_a_formula_among_the_headings_refuses_the_file() -> None:
    with pytest.raises(Refused) as caught:
        read(as_csv(row(), names=(*NAMES[:5], "=A1")))

    assert caught.value.sentence.en.startswith("F1")


def test_what_is_noted_beside_a_cell_is_not_its_text_and_spaces_are_kept() -> None:
    noted = (
        "<table:table-cell><office:annotation><text:p>why?</text:p></office:annotation>"
        "<text:p>co<text:span>a</text:span>l</text:p></table:table-cell>"
    )
    rows, errors = read(
        ods_of_cells(f"<table:table-row>{noted}{TEXTS.split('</table:table-cell>', 1)[1]}</table:table-row>")
    )

    assert errors == []
    assert rows[0].key.commodity == "coal"


def test_empty_rows_by_the_million_cost_nothing_and_full_ones_are_refused() -> None:
    full = f"<table:table-row>{TEXTS}{STOCK.format('')}</table:table-row>"
    empty = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    rows, _ = read(ods_of_cells(empty + full))

    assert [each.line for each in rows] == [1_048_002]
    with pytest.raises(Refused, match="repeated"):
        read(
            ods_of_cells(
                full.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1001">')
            )
        )


def test_a_document_type_is_refused_before_anything_is_read() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><office:document-content>&b;</office:document-content>'

    with pytest.raises(Refused):
        list(read_returns(packed(bomb), EXPECTING))


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[]x",
        "[1]",
        "[{}",
        "[{},]",
        "[{} {}]",
        "{} {}",
        '{"a": NaN}',
        '[{"stock": Infinity}]',
        "[" * 100_000,
    ],
)
def test_json_that_is_no_list_of_objects_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        list(read_returns(text.encode(), EXPECTING))

    assert caught.value.field == "file"


@pytest.mark.parametrize(
    ("told", "column", "words"),
    [
        ({"stock": True}, "stock", "a text, a number or null"),
        ({"stock": [1]}, "stock", "a text, a number or null"),
        ({"stock": -1}, "stock", "negative"),
        ({"stock": 1e300}, "stock", "no number"),
        ({"stok": 1}, "", "stok"),
        ({"note": "\x00"}, "note", "control characters"),
        ({"note": "\ud800"}, "note", "control characters"),
    ],
)
def test_a_value_of_json_that_cannot_be_is_told_by_its_name(
    told: dict[str, object], column: str, words: str
) -> None:
    rows, (error,) = read(json.dumps([{**dict(zip(NAMES, row(), strict=True)), **told}]).encode())

    assert (rows, error.line, error.column, error.cell) == ([], 1, column, "")
    assert words in error.sentence.en


def test_a_name_that_stands_twice_in_an_object_is_told() -> None:
    _, (error,) = read(b'{"stock": 1, "stock": 2}')

    assert "twice" in error.sentence.en


def test_numbers_and_sources_of_json_need_no_quotes() -> None:
    told = dict(zip(NAMES, row(), strict=True))
    raw = json.dumps([{**told, "imports": 0.1, "stock": None, "origins": {"美國": 0.1}}])

    ((found,), errors) = read(raw.encode())

    assert errors == []
    assert (str(found.imports), found.stock, found.origins[0].name) == ("0.1", None, "美國")


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_rows_errors_or_a_refusal(raw: bytes) -> None:
    heads = ",".join(NAMES).encode() + b"\n"
    files = (raw, heads + raw, b"[" + raw, b"{" + raw)

    assert {_status(each) for each in files} <= {200, 422}


def _status(raw: bytes) -> int:
    try:
        read(raw)
    except Refused as refused:
        return refused.status
    return 200
