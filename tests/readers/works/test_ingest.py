"""Files of works into a snapshot: what is wrong is listed with its line, what is cut is kept as far as it goes."""

import gzip
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.kit.countries import number_of
from coretech.readers.works import parts
from coretech.readers.works.block_tables import BlockReader
from coretech.readers.works.blocks import Block, LineFile
from coretech.readers.works.careful import in_shape
from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import PROBLEMS, Asked, read_manifest
from tests.factories.works_factories import DAY, read_in, works, written

LINES = (
    '{"id": "https://openalex.org/W1", "cited_by_count": "12", "publication_year": 2020}',
    "",
    '{"id": "W2", "authorships": [{"institutions": [{"id": "I5", "country_code": "tw"}]}]}',
    "broken",
    '{"cited_by_count": 3}',
    '{"id": "W3", "publication_year": 2090, "cited_by_count": -4, "authorships": null}',
    '{"id": "W4", "authorships": {"x": 1}, "primary_topic": "T999"}',
    "[]",
)


def table(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(folder / "snapshot" / name / "*.parquet")


def problems(folder: Path) -> list[tuple[int, str, str]]:
    lines = (folder / "snapshot" / PROBLEMS).read_text(encoding="utf-8").splitlines()
    return [(each["line"], each["fault"], each["work"]) for each in map(json.loads, lines)]


def test_what_is_wrong_is_listed_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    file.write_text("\n".join(LINES), encoding="utf-8")

    _, manifest = read_in(tmp_path, file)

    assert sorted(problems(tmp_path)) == [
        (4, "broken_line", ""),
        (5, "no_id", ""),
        (6, "future_year", "W3"),
        (6, "negative_citations", "W3"),
        (7, "unreadable_part", "W4"),
        (8, "broken_line", ""),
    ]
    assert manifest.works == 4
    held = table(tmp_path, "works").select("id", "year", "citations").rows()
    assert held == [("W1", 2020, 12), ("W2", None, None), ("W3", None, None), ("W4", None, None)]


def test_countries_fall_back_to_institutions_and_topics_are_read_in_older_shapes(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    file.write_text("\n".join(LINES), encoding="utf-8")

    read_in(tmp_path, file)

    assert table(tmp_path, "authorships").rows() == [(1, None, 5, number_of("TW"))]
    assert table(tmp_path, "topics").rows() == [(3, 999)]


def test_a_countrys_authorship_counts_where_its_institution_is_elsewhere(tmp_path: Path) -> None:
    named = {"id": "I7", "country_code": "US"}
    work = {"id": "W1", "authorships": [{"countries": ["TW"], "institutions": [named, None]}]}

    read_in(tmp_path, written(tmp_path, [work]))

    held = table(tmp_path, "authorships").select("institution", "country").rows()
    assert sorted(held, key=str) == [(7, None), (None, number_of("TW"))]
    assert table(tmp_path, "institutions").rows() == [(7, None, "US")]


def test_the_newest_of_a_repeated_work_counts(tmp_path: Path) -> None:
    again = [
        {"id": "W1", "updated_date": "2025-06-01", "cited_by_count": 5},
        {"id": "W1", "updated_date": "2025-01-01", "cited_by_count": 4},
        {"id": "W2", "cited_by_count": 1},
        {"id": "W2", "cited_by_count": 2},
    ]

    _, manifest = read_in(
        tmp_path, written(tmp_path, again[:2], "a.jsonl"), written(tmp_path, again[2:], "b.jsonl")
    )

    assert table(tmp_path, "works").filter("counted").select("id", "citations").rows() == [
        ("W1", 5),
        ("W2", 2),
    ]
    assert (manifest.works, manifest.superseded) == (2, 2)


def test_of_a_file_cut_in_the_middle_what_was_read_is_kept_and_said(tmp_path: Path) -> None:
    lines = "".join(f'{{"id": "W{number}", "title": "{number * 7919}"}}\n' for number in range(9_000))
    whole = gzip.compress(lines.encode(), mtime=0)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])

    _, manifest = read_in(tmp_path, tmp_path / "cut.jsonl.gz")

    assert 1_000 < manifest.works < 9_000
    assert manifest.problems["cut"] == 1
    assert manifest.problems.get("broken_line", 0) <= 1


def test_a_reading_that_broke_off_goes_on_behind_what_is_done(tmp_path: Path) -> None:
    first = written(tmp_path, [{"id": "W1"}], "a.jsonl")
    second = tmp_path / "b.parquet"
    second.write_bytes(b"no parquet")
    with pytest.raises(ValueError, match="Parquet"):
        read_in(tmp_path, first, second)
    pl.DataFrame({"id": ["W2"], "cited_by_count": [3]}).write_parquet(second)
    before = []

    manifest = ingest(
        [first, second], tmp_path / "snapshot", Asked(DAY), lambda each: before.append(each.before)
    )

    assert before == [True, False]
    assert table(tmp_path, "works").select("work", "id").rows() == [(0, "W1"), (1, "W2")]
    assert read_manifest(tmp_path / "snapshot").parts == manifest.parts


def test_a_file_that_changed_is_read_again_and_all_behind_it(tmp_path: Path) -> None:
    first, second = (written(tmp_path, [{"id": f"W{name}"}], f"{name}.jsonl") for name in (1, 2))
    read_in(tmp_path, first, second)

    written(tmp_path, [{"id": "W1"}, {"id": "W3"}], "1.jsonl")
    read_in(tmp_path, first, second)

    assert table(tmp_path, "works").select("work", "id").rows() == [(0, "W1"), (1, "W3"), (2, "W2")]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), min_size=1, max_size=12))
def test_the_quick_reader_and_the_careful_one_make_the_same_tables(made: list[dict[str, Any]]) -> None:
    lines = "".join(f"{json.dumps(each)}\n" for each in made).encode()
    with tempfile.TemporaryDirectory() as folder:
        quick = BlockReader("works", Path(folder), 2026).read(Block(1, lines))
        careful = BlockReader("works", Path(folder), 2026).read(Block(1, b"broken\n" + lines))

    for name in quick:
        one, other = (each[name].drop("line", strict=False) for each in (quick, careful))
        if name == "texts":
            one, other = (each.drop("abstract") for each in (one, other))
        assert one.equals(other), name


def test_the_hash_is_of_the_file_as_it_lies_there(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"id": "W1"}\n', mtime=0) + b"what does not belong there")
    lines = LineFile(file)

    blocks = list(lines.blocks())

    assert [block.data for block in blocks] == [b'{"id": "W1"}\n']
    assert lines.cut
    assert lines.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_lines_are_whole_however_small_the_blocks(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    file.write_bytes(b"one\ntwo two\nthree three three\nfour")

    blocks = list(LineFile(file).blocks(5))

    assert b"".join(block.data for block in blocks) == b"one\ntwo two\nthree three three\nfour\n"
    assert [block.first for block in blocks] == sorted({block.first for block in blocks})
    assert blocks[0].data.endswith(b"\n")


def test_every_table_has_the_columns_the_engine_reads(tmp_path: Path) -> None:
    read_in(tmp_path, written(tmp_path, [{"id": "W1"}]))

    for name, schema in parts.SCHEMAS.items():
        assert table(tmp_path, name).schema == schema


def test_a_field_out_of_shape_is_left_out_and_named() -> None:
    work, bad = in_shape({"id": "W1", "cited_by_count": "many", "authorships": [None, {"countries": None}]})

    assert bad == ["cited_by_count"]
    assert work == {"id": "W1", "authorships": [{"author": None, "countries": [], "institutions": []}]}


def test_an_author_who_names_neither_country_nor_institution_is_an_author_still(tmp_path: Path) -> None:
    work = {
        "id": "W1",
        "authorships": [{"author": {"id": "A7"}, "institutions": None}, {"author": {"id": "A8"}}],
    }

    read_in(tmp_path, written(tmp_path, [work]))

    assert sorted(table(tmp_path, "authorships")["author"]) == [7, 8]
