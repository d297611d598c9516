"""Works in Parquet give the snapshot that the same works in JSON lines give, and what is wrong is listed by row."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.engines.indicators.tables import TABLES
from coretech.readers.works.manifest import PROBLEMS, Manifest
from tests.factories.works_factories import Work, read_in, works, written

NAMED = pa.struct({"id": pa.string()})
PLACE = pa.struct({"id": pa.string(), "country_code": pa.string(), "display_name": pa.string()})
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "title": pa.string(),
        "publication_year": pa.int64(),
        "updated_date": pa.string(),
        "cited_by_count": pa.int32(),
        "citation_normalized_percentile": pa.struct({"is_in_top_10_percent": pa.bool_()}),
        "primary_topic": NAMED,
        "topics": pa.list_(NAMED),
        "keywords": pa.list_(pa.struct({"display_name": pa.string()})),
        "abstract_inverted_index": pa.map_(pa.string(), pa.list_(pa.int64())),
        "authorships": pa.list_(
            pa.struct({"author": NAMED, "countries": pa.list_(pa.string()), "institutions": pa.list_(PLACE)})
        ),
        "related_works": pa.list_(pa.string()),
    }
)


def nested(work: Work) -> Work:
    return {**work, "abstract_inverted_index": list(work["abstract_inverted_index"].items())}


def in_texts(work: Work) -> Work:
    return {
        name: json.dumps(value, ensure_ascii=False, indent=1) if isinstance(value, dict | list) else value
        for name, value in work.items()
    }


def texts_schema() -> pa.Schema:
    kept = (pa.types.is_integer, pa.types.is_string)
    return pa.schema(
        [each if any(is_(each.type) for is_ in kept) else pa.field(each.name, pa.string()) for each in SCHEMA]
    )


def snapshot(folder: Path, file: Path) -> tuple[dict[str, pl.DataFrame], list[Work], Manifest]:
    """The tables read from a file, abstracts without their spaces, and what is wrong but for the file's name."""
    folder.mkdir()
    read, manifest = read_in(folder, file)
    tables = {name: pl.concat(map(pl.read_parquet, read.all(name))) for name in TABLES if manifest.parts}
    if "texts" in tables:
        plain = pl.col("abstract").str.replace_all(r"\s", "")
        tables["texts"] = tables["texts"].with_columns(plain)
    lines = (folder / "snapshot" / PROBLEMS).read_text(encoding="utf-8").splitlines()
    return tables, [{**json.loads(line), "file": ""} for line in lines], manifest


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), min_size=1, max_size=20))
def test_nested_columns_and_columns_of_json_give_what_lines_of_json_give(made: list[Work]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pq.write_table(pa.Table.from_pylist([nested(work) for work in made], SCHEMA), folder / "a.parquet")
        pq.write_table(
            pa.Table.from_pylist([in_texts(work) for work in made], texts_schema()), folder / "b.parquet"
        )
        lines, wrong, manifest = snapshot(folder / "lines", written(folder, made))

        for file in ("a", "b"):
            tables, listed, other = snapshot(folder / file, folder / f"{file}.parquet")
            assert {each: tables[each].rows() for each in tables} == {
                each: lines[each].rows() for each in lines
            }
            assert listed == wrong
            assert other.works == manifest.works


def parquet(folder: Path, columns: Mapping[str, Sequence[Any] | pa.Array]) -> Path:
    pq.write_table(pa.table(dict(columns)), folder / "works.parquet")
    return folder / "works.parquet"


def test_a_row_out_of_shape_is_listed_with_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    count, bad = 9_000, 4_321
    topics, authorships = ['{"id": "T7"}'] * count, ["[]"] * count
    authorships[bad - 1] = "[broken"
    ids = [f"W{each}" for each in range(count)]
    file = parquet(tmp_path, {"id": ids, "primary_topic": topics, "authorships": authorships})

    tables, wrong, manifest = snapshot(tmp_path / "read", file)

    assert [(each["line"], each["fault"], each["work"]) for each in wrong] == [
        (bad, "unreadable_part", f"W{bad - 1}")
    ]
    assert manifest.works == count
    assert tables["works"]["id"].to_list() == ids
    assert tables["topics"].height == count


def test_an_abstract_that_is_no_json_is_listed_in_either_format(tmp_path: Path) -> None:
    given = {"id": ["a", "b"], "abstract_inverted_index": ['{"x":[0]}', "{broken"]}
    lines: list[Work] = [
        {"id": "a", "abstract_inverted_index": {"x": [0]}},
        {"id": "b", "abstract_inverted_index": "{broken"},
    ]

    for name, file in (("lines", written(tmp_path, lines)), ("parquet", parquet(tmp_path, given))):
        tables, wrong, _ = snapshot(tmp_path / name, file)
        assert tables["texts"]["abstract"].to_list() == ['{"x":[0]}', None]
        assert [(each["line"], each["detail"]) for each in wrong] == [(2, "abstract_inverted_index")]


def test_years_with_a_fraction_are_not_given_and_those_of_another_type_are_read(tmp_path: Path) -> None:
    years = [2020.0, float("nan"), None]

    tables, wrong, _ = snapshot(
        tmp_path / "a", parquet(tmp_path, {"id": list("abc"), "publication_year": years})
    )
    assert tables["works"]["year"].to_list() == [2020, None, None]
    assert wrong == []

    file = parquet(tmp_path, {"id": list("abc"), "publication_year": [2020.5, 2021.0, float("nan")]})
    tables, wrong, _ = snapshot(tmp_path / "b", file)
    assert tables["works"]["year"].to_list()[1:] == [2021, None]

    file = parquet(tmp_path, {"id": [1, 2], "publication_year": ["2020", "soon"]})
    tables, wrong, _ = snapshot(tmp_path / "c", file)
    assert tables["works"].select("id", "year").rows() == [("1", 2020), ("2", None)]
    assert [(each["line"], each["detail"]) for each in wrong] == [(2, "publication_year")]


def no_text(good: str, second: bytes) -> pa.Array:
    return pa.array([good.encode(), second, good.encode()]).cast(pa.large_binary()).view(pa.large_string())


def test_a_row_that_is_no_text_is_left_out_and_listed(tmp_path: Path) -> None:
    authorships = no_text('[{"countries": ["TW"]}]', b'[{"countries": ["\xff\xfe"]}]')

    for place, columns in enumerate(({"title": no_text("one", b"\xff\xfe")}, {"authorships": authorships})):
        file = parquet(tmp_path, {"id": list("abc"), **columns})
        tables, wrong, _ = snapshot(tmp_path / str(place), file)

        assert tables["works"]["id"].to_list() == ["a", "c"]
        assert [(each["line"], each["fault"]) for each in wrong] == [(2, "broken_line")]

    assert tables["authorships"]["work"].to_list() == [0, 1]


def test_words_of_an_abstract_may_be_columns_of_their_own(tmp_path: Path) -> None:
    pl.DataFrame(
        {"id": ["a", "b"], "abstract_inverted_index": [{"x": [0], "y": None}, {"x": None, "y": [0]}]}
    ).write_parquet(tmp_path / "works.parquet")

    tables, _, _ = snapshot(tmp_path / "read", tmp_path / "works.parquet")

    assert tables["texts"]["abstract"].to_list() == ['{"x":[0]}', '{"y":[0]}']


def test_a_table_of_something_else_is_not_read_as_works(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"works\.parquet: x, y"):
        snapshot(tmp_path / "read", parquet(tmp_path, {"x": [1], "y": [2]}))
