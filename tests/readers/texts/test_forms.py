"""JSON Lines, Parquet, ODS and packed files: told by content, read row by row."""

import gzip
import io
from pathlib import Path

import polars as pl
import pytest
from odfdo import Document, Table

from coretech.kit.refusal import Refused
from coretech.readers.texts.opening import open_table
from coretech.readers.texts.texts import Texts
from tests.readers.texts.reading import read


def ods(rows: list[list[str]]) -> bytes:
    document, kept = Document("spreadsheet"), io.BytesIO()
    document.body.clear()
    table = Table("portfolio")
    for at, row in enumerate(rows):
        table.set_row_values(at, row)
    document.body.append(table)
    document.save(kept)
    return kept.getvalue()


def parquet(columns: dict[str, list[object]]) -> bytes:
    kept = io.BytesIO()
    pl.DataFrame(columns, strict=False).write_parquet(kept)
    return kept.getvalue()


def test_lines_of_json_are_read_and_broken_ones_told() -> None:
    raw = (
        '{"id": 1, "text": "量子"}\n{"id": 2\n[3]\n\n{"text": "x"}\n{"id": "5", "text": null}\n'
        '{"id": "6", "text": ["a", "b"], "more": {}}\n{"id": {}, "text": "x"}\n' + "[" * 9999 + "\n"
    )

    texts, faults = read(raw.encode())

    assert [text[:3] for text in texts] == [(1, "1", "量子"), (7, "6", "a b")]
    assert [(fault.line, fault.sentence.en) for fault in faults] == [
        (2, "is no valid JSON object"),
        (3, "is no valid JSON object"),
        (5, "has no id"),
        (6, "its text is empty"),
        (8, "has no id"),
        (9, "is no valid JSON object"),
    ]


def test_a_json_array_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused) as refused:
        read(b'[{"id": 1, "text": "x"}]')

    assert "JSON Lines" in refused.value.sentence.en


def test_parquet_is_read_with_figures_as_ids_and_nothing_where_nothing_is() -> None:
    texts, faults = read(parquet({"id": [7, 8, 9], "text": ["量子", None, "x"], "year": [1, 2, 3]}))

    assert [text[:3] for text in texts] == [(1, "7", "量子"), (3, "9", "x")]
    assert [fault.line for fault in faults] == [2]


def test_damaged_parquet_is_refused() -> None:
    raw = parquet({"id": ["a"], "text": ["x"]})

    for damaged in (raw[:-9], raw[:40] + b"\x00" * 40 + raw[80:]):
        with pytest.raises(Refused) as refused:
            read(damaged)
        assert "Parquet" in refused.value.sentence.en


def test_a_spreadsheet_is_read_by_its_own_row_numbers() -> None:
    texts, faults = read(ods([["id", "title", "text"], ["a", "t", "量子"], ["b", "t"], ["c", "", "x"]]))

    assert [text[:3] for text in texts] == [(2, "a", "量子"), (4, "c", "x")]
    assert [(fault.line, fault.sentence.en) for fault in faults] == [(3, "its text is empty")]


def test_a_packed_file_is_read_like_the_file_in_it() -> None:
    for raw in ("id,text\na,量子\n".encode(), parquet({"id": ["a"], "text": ["量子"]})):
        assert [text.text for text in read(gzip.compress(raw))[0]] == ["量子"]


def test_a_packed_file_that_breaks_off_is_refused() -> None:
    raw = gzip.compress(b"id,text\n" + b"".join(b"p%d,x%d\n" % (at, at * at) for at in range(9999)))

    with pytest.raises(Refused) as refused:
        read(raw[:-2000])

    assert "damaged" in refused.value.sentence.en


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7\n", b"PK\x03\x04 no package", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_files_without_rows_are_refused(raw: bytes) -> None:
    with pytest.raises(Refused):
        read(raw)


def test_the_share_that_is_read_goes_from_nothing_to_all(tmp_path: Path) -> None:
    file = tmp_path / "texts.csv"
    file.write_bytes(b"id,text\n" + b"".join(b"p%d,satellite\n" % number for number in range(20_000)))
    with file.open("rb") as opened:
        texts = Texts(open_table(opened))
        shares = [texts.share for _ in texts]

    assert shares == sorted(shares)
    assert shares[0] < 0.5
    assert shares[-1] == 1.0
