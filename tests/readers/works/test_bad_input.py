"""What files may give: older shapes, nothing where something should be, and ends cut off in the middle."""

import gzip
import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from coretech.kit.countries import number_of
from coretech.readers.works.country_names import countries_in, country_named
from coretech.readers.works.manifest import PROBLEMS, read_manifest
from tests.factories.works_factories import read_in, written

OF_2022: dict[str, Any] = {
    "id": "https://openalex.org/W2741809807",
    "display_name": "A chip",
    "publication_date": "2021-05-03",
    "cited_by_count": 7,
    "concepts": [{"id": "https://openalex.org/C41008148", "score": 0.5}],
    "host_venue": {"display_name": "A journal"},
    "abstract_inverted_index": None,
    "authorships": [
        {
            "author": {"id": "https://openalex.org/A1969205032", "orcid": None},
            "institutions": [{"id": "https://openalex.org/I1", "display_name": "NTU", "country_code": "TW"}],
            "raw_affiliation_string": "NTU, Taipei",
        },
        {"author": {"id": None}, "institutions": [{"id": None, "display_name": None, "country_code": None}]},
    ],
}


def table(folder: Path, name: str) -> pl.DataFrame:
    return pl.read_parquet(folder / "snapshot" / name / "*.parquet")


def listed(folder: Path) -> list[tuple[int, str]]:
    lines = (folder / "snapshot" / PROBLEMS).read_text(encoding="utf-8").splitlines()
    return [(each["line"], each["fault"]) for each in map(json.loads, lines)]


def test_a_work_as_openalex_wrote_it_in_2022_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    _, manifest = read_in(tmp_path, written(tmp_path, [OF_2022]))

    assert manifest.problems == {}
    work = table(tmp_path, "works").row(0, named=True)
    assert (work["id"], work["year"], work["citations"], work["top10"]) == ("W2741809807", 2021, 7, None)
    assert table(tmp_path, "texts")["title"].to_list() == ["A chip"]
    assert sorted(table(tmp_path, "authorships").rows(), key=str) == [
        (0, 1969205032, 1, number_of("TW")),
        (0, None, None, None),
    ]


@pytest.mark.parametrize("none", [None, [], [None], [{}], [{"author": None, "countries": None}]])
def test_authorships_that_say_nothing_leave_the_work_without_a_country(
    none: list[Any] | None, tmp_path: Path
) -> None:
    _, manifest = read_in(tmp_path, written(tmp_path, [{"id": "W1", "authorships": none}]))

    assert (manifest.works, manifest.problems) == (1, {})
    assert table(tmp_path, "authorships")["country"].drop_nulls().is_empty()


def test_one_line_out_of_shape_among_many_is_found_and_the_others_stay_as_they_are(tmp_path: Path) -> None:
    works = [{"id": f"W{each}", "title": "x" * 4_000, "cited_by_count": each} for each in range(900)]
    file = written(tmp_path, works)
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[450], lines[451] = '{"id": "W450", "cited_by_count": "many"}', '{"id": "W451", "cited'
    file.write_text("\n".join(lines), encoding="utf-8")

    read_in(tmp_path, file)

    assert listed(tmp_path) == [(451, "unreadable_part"), (452, "broken_line")]
    held = table(tmp_path, "works").select("id", "citations").rows()
    assert held == [(f"W{each}", None if each == 450 else each) for each in range(900) if each != 451]


def test_lines_cut_in_the_middle_lose_the_last_of_them(tmp_path: Path) -> None:
    file = tmp_path / "works.jsonl"
    file.write_text('{"id": "W1"}\n{"id": "W2", "authorsh', encoding="utf-8")

    _, manifest = read_in(tmp_path, file)

    assert (manifest.works, listed(tmp_path)) == (1, [(2, "broken_line")])


def test_a_parquet_file_cut_in_the_middle_is_named(tmp_path: Path) -> None:
    file = tmp_path / "part_017.parquet"
    pl.DataFrame({"id": ["W1"] * 100}).write_parquet(file)
    file.write_bytes(file.read_bytes()[:-9])

    with pytest.raises(ValueError, match=r"part_017\.parquet"):
        read_in(tmp_path, file)


@pytest.mark.parametrize("name", ["works", "authorships", "institutions"])
def test_a_snapshot_of_which_a_part_is_cut_or_missing_is_no_snapshot(name: str, tmp_path: Path) -> None:
    read_in(tmp_path, written(tmp_path, [OF_2022]))
    part = tmp_path / "snapshot" / name / "0000-0000.parquet"
    part.write_bytes(part.read_bytes()[:40])

    with pytest.raises(ValueError, match=f"{name}.*0000-0000"):
        read_manifest(tmp_path / "snapshot")
    part.unlink()
    with pytest.raises(ValueError, match=f"{name}.*0000-0000"):
        read_manifest(tmp_path / "snapshot")


def test_an_empty_file_is_a_snapshot_of_nothing(tmp_path: Path) -> None:
    file = tmp_path / "none.jsonl.gz"
    file.write_bytes(gzip.compress(b""))

    _, manifest = read_in(tmp_path, file)

    assert (manifest.works, manifest.problems, read_manifest(tmp_path / "snapshot").parts) == (0, {}, ())


def test_taiwan_is_not_taken_for_china_nor_the_north_of_korea_for_the_south() -> None:
    addresses = (
        "A, Taipei, Taiwan, Province of China; B, North Korea; C, New South Wales; D, Cambridge, MA 02139 USA"
    )

    assert countries_in(addresses) == ["TW", "KP", "US"]
    assert [country_named(each) for each in ("Other Asia, nes", "twn", "臺灣", "TW", "Atlantis")] == [
        "TW",
        "TW",
        "TW",
        "TW",
        "",
    ]
