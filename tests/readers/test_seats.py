"""The board as a file: what is written reads back unchanged, and a bad file says what is wrong with it."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as some
from odfdo import Document, Element

from coretech.kit.refusal import Refused
from coretech.readers.seats.columns import COLUMNS, column_of, heading
from coretech.readers.seats.grid import letter
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.rows import SeatRow, read_board
from coretech.readers.seats.write import Format, write_board

HEAD = ["席次 seat", "姓名 name_zh", "任期首日 start", "任期末日 end"]
ROW = ["1", "王小明", "2025-03-03", "2027-03-02"]
TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def csv_file(*lines: str) -> bytes:
    return "\n".join([",".join(HEAD), *lines]).encode()


def refusal_of(raw: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        read_board(raw)
    assert caught.value.field == "file"
    return caught.value


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("_xml", ".xml"), content)
    return made.getvalue()


def changed_cell(place: int, **attributes: str) -> bytes:
    """A sound ODS file in which one cell of the second line bears more attributes."""
    document = Document(io.BytesIO(write_ods([HEAD, ROW], "seats")))
    cell = document.body.get_elements("//table:table-row")[1].get_elements("table:table-cell")[place]
    assert isinstance(cell, Element)
    for name, value in attributes.items():
        cell.set_attribute(name.replace("__", ":").replace("_", "-"), value)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


WORDS = some.text(
    some.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), max_size=20
) | some.sampled_from(["王小明", "=SUM(A1)", "'=1", "-1", "''+2", "@x", "陳 美麗", "𠮷田", 'O"Brien, J'])
DAYS = some.none() | some.dates(dt.date(1912, 1, 1), dt.date(2999, 12, 31))
ROWS = some.builds(
    SeatRow,
    seat=some.integers(1, 99),
    category=some.none() | some.integers(1, 5),
    group=some.sampled_from(["", "agency", "expert"]),
    convener=some.booleans(),
    represents=some.sampled_from(["", "nstc", "moe"]),
    person=some.none() | some.integers(1, 99999),
    name_zh=WORDS,
    name_en=WORDS,
    post_zh=WORDS,
    post_en=WORDS,
    convenes_as=some.sampled_from(["", "minister"]),
    start=DAYS,
    end=DAYS,
    left_on=DAYS,
    left_why=some.sampled_from(["", "died"]),
    fills=DAYS,
)


def without_line(row: SeatRow) -> SeatRow:
    return SeatRow(**{name: getattr(row, name) for name in COLUMNS})


@pytest.mark.parametrize("form", Format)
@given(rows=some.lists(ROWS, max_size=6))
def test_what_is_written_reads_back_unchanged(form: Format, rows: list[SeatRow]) -> None:
    read = read_board(write_board(rows, form))

    assert read.findings == ()
    assert [without_line(row) for row in read.rows] == rows
    assert [row.line for row in read.rows] == list(range(2, len(rows) + 2))


def answered(raw: bytes) -> bool:
    """Whether the bytes were read or refused in a sentence; anything else would be raised."""
    try:
        read_board(raw)
    except Refused as refusal:
        return bool(refusal.sentence.zh)
    return True


@pytest.mark.parametrize("start", [b"", b"PK\x03\x04", ",".join(HEAD).encode() + b"\n"])
@given(some.binary(max_size=300))
def test_no_bytes_break_the_reader(start: bytes, raw: bytes) -> None:
    assert answered(start + raw)


@pytest.mark.parametrize("title", ["seat", "席次", "席次 seat", "seat 席次"])
def test_a_heading_is_known_in_either_language(title: str) -> None:
    assert column_of(title) == "seat"
    assert column_of("席次 name_zh") is None
    assert column_of(heading("fills")) == "fills"


def test_days_of_both_calendars_and_empty_lines_are_read() -> None:
    read = read_board(csv_file("", "1,王小明,114.3.3,民國116年3月2日", ",,,"))

    (row,) = read.rows
    assert (row.start, row.end, row.line) == (dt.date(2025, 3, 3), dt.date(2027, 3, 2), 3)


def test_each_wrong_cell_is_told_with_its_line_and_column() -> None:
    read = read_board(csv_file("1,王小明,2025-02-30,2027-03-02", "x,李,2025-03-03,soon", ",張,,"))

    assert [(each.line, each.column) for each in read.findings] == [
        (2, "任期首日 start"),
        (3, "席次 seat"),
        (3, "任期末日 end"),
        (4, "席次 seat"),
    ]
    assert read.findings[0].told.zh.startswith("第2列「任期首日 start」欄：")
    assert read.findings[0].told.en.startswith("Line 2, column “任期首日 start”: ")


@pytest.mark.parametrize(
    ("raw", "zh"),
    [
        (b"", "空"),
        (b"%PDF-1.7", "不是ODS或CSV"),
        (b"\xd0\xcf\x11\xe0old excel", "不是ODS或CSV"),
        (",".join(HEAD).encode("big5") + "\n1,王小明,,".encode("big5"), "Big5"),
        (b"seat\n\xff\xfe\xff", "UTF-8"),
        ("席次,姓名,任期首日\n".encode(), "任期末日"),
        ("席次,姓名,任期首日,任期末日,血型\n".encode(), "血型"),
        ("席次,seat,姓名,任期首日,任期末日\n".encode(), "兩次"),
        (csv_file('1,"王小明'), "CSV"),
        (b"x" * (512 * 1024 + 1), "512"),
        (csv_file(*["1,a,,"] * 2001), "2000"),
        (csv_file("1," + "," * 50 + "x"), "40"),
        (b"PK\x03\x04nonsense", "不是ODS"),
        (archive(mimetype=b"application/epub+zip", content_xml=b"<a/>"), "不是ODS"),
        (archive(mimetype=TYPE, other=b""), "不是ODS"),
        (archive(mimetype=TYPE, content_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "不是ODS"),
        (archive(mimetype=TYPE, content_xml=b"\x00" * (17 * 1024 * 1024)), "過大"),
        (archive(mimetype=TYPE, content_xml=b"<a"), "不是ODS"),
    ],
)
def test_a_bad_file_gives_a_sentence(raw: bytes, zh: str) -> None:
    refusal = refusal_of(raw)

    assert zh in refusal.sentence.zh
    assert refusal.sentence.en


def test_an_ods_without_a_table_and_one_repeated_a_million_times_are_refused() -> None:
    document = Document("text")
    made = io.BytesIO()
    document.save(made)
    assert "不是ODS" in refusal_of(made.getvalue()).sentence.zh

    sheet = Document(io.BytesIO(write_ods([HEAD, ROW], "seats")))
    sheet.body.get_elements("//table:table-row")[1].set_attribute("table:number-rows-repeated", "1048576")
    made = io.BytesIO()
    sheet.save(made)
    assert "1048576" in refusal_of(made.getvalue()).sentence.zh


def test_empty_rows_and_columns_repeated_a_million_times_cost_nothing() -> None:
    sheet = Document(io.BytesIO(write_ods([HEAD, [""], ROW], "seats")))
    rows = sheet.body.get_elements("//table:table-row")
    rows[1].set_attribute("table:number-rows-repeated", "1048570")
    rows[1].get_elements("table:table-cell")[0].set_attribute("table:number-columns-repeated", "16384")
    made = io.BytesIO()
    sheet.save(made)

    (row,) = read_board(made.getvalue()).rows
    assert row.line == 1048572


@pytest.mark.parametrize(
    ("attributes", "zh"),
    [
        ({"table__formula": "of:=1+1"}, "公式"),
        ({"table__number_columns_spanned": "2"}, "合併"),
        ({"table__number_rows_spanned": "3"}, "合併"),
    ],
)
def test_formulas_and_merged_cells_are_pointed_at(attributes: dict[str, str], zh: str) -> None:
    read = read_board(changed_cell(1, **attributes))

    (finding,) = read.findings
    assert (finding.line, finding.column) == (2, "B")
    assert zh in finding.sentence.zh
    assert read.rows == ()


def test_a_formula_in_csv_and_a_line_break_are_pointed_at() -> None:
    read = read_board(csv_file("1,=cmd(),2025-03-03,2027-03-02", '2,"王\n小明",2025-03-03,2027-03-02'))

    assert ["公式" in read.findings[0].sentence.zh, "換行" in read.findings[1].sentence.zh] == [True, True]


@pytest.mark.parametrize(
    ("attributes", "start"),
    [
        ({"office__value_type": "date", "office__date_value": "2025-03-04T00:00:00"}, dt.date(2025, 3, 4)),
        ({"office__value_type": "string"}, dt.date(2025, 3, 3)),
    ],
)
def test_typed_days_of_a_spreadsheet_are_read(attributes: dict[str, str], start: dt.date) -> None:
    (row,) = read_board(changed_cell(2, **attributes)).rows

    assert row.start == start


def test_typed_numbers_of_a_spreadsheet_are_read() -> None:
    (row,) = read_board(changed_cell(0, office__value_type="float", office__value="12.0")).rows

    assert row.seat == 12


def test_columns_are_lettered_as_a_spreadsheet_does() -> None:
    assert [letter(place) for place in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
