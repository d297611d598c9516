"""``coretech watch``: the contract's files and columns, what is printed, and what is refused; without a database."""

import json
from pathlib import Path

import polars as pl
import pytest

from coretech.cli import main
from coretech.engines.indicators.definitions import read_technologies
from tests.cli.running import command
from tests.factories.works_factories import written

TECHNOLOGIES = "technology_id,name,query\nall,Everything,\nchips,晶片,晶片 chip*\nnone,Nothing,T99999\n"
COUNTRIES = ["technology_id", "country", "works", "works_fractional", "top10_share", "h_index", "rank"]
LED = (
    "leader",
    "runner_up",
    "lead_ratio",
    "hhi",
    "institutions_in_leader",
    "monopoly_risk",
    "growth",
    "coverage",
)
TOP, NOT_TOP = ({"is_in_top_10_percent": each} for each in (True, False))


def signed(*countries: str) -> list[dict[str, object]]:
    return [
        {"author": {"id": "A1"}, "countries": [each], "institutions": [{"id": f"I{len(each)}"}]}
        for each in countries
    ]


@pytest.fixture
def given(tmp_path: Path) -> tuple[str, str]:
    """Works, one of them on a broken line, and definitions."""
    works = [
        {
            "id": "W1",
            "title": "A chip",
            "publication_year": 2020,
            "cited_by_count": 9,
            "citation_normalized_percentile": TOP,
        }
        | {"authorships": signed("TW", "US")},
        {
            "id": "W2",
            "title": "晶片技術",
            "publication_year": 2021,
            "cited_by_count": 3,
            "citation_normalized_percentile": TOP,
        }
        | {"authorships": signed("TW")},
        {"id": "W3", "title": "Else", "publication_year": 2021, "citation_normalized_percentile": NOT_TOP},
    ]
    file = written(tmp_path, works)
    with file.open("a", encoding="utf-8") as lines:
        lines.write("not json\n")
    definitions = tmp_path / "tech.csv"
    definitions.write_text(TECHNOLOGIES, encoding="utf-8")
    return str(file), str(definitions)


def test_both_tables_and_where_they_come_from_are_written(
    given: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    works, technologies = given
    out = tmp_path / "out"

    assert (
        main(
            ["--lang", "en", "watch", "indicators", works, "--technologies", technologies, "--out", str(out)]
        )
        == 0
    )

    countries = pl.read_csv(out / "countries.csv")
    assert countries.columns == COUNTRIES
    assert countries.filter(pl.col("technology_id") == "chips").rows() == [
        ("chips", "TW", 2, 1.5, 0.75, 2, 1),
        ("chips", "US", 1, 0.5, 0.25, 1, 2),
    ]
    assert pl.read_parquet(out / "countries.parquet").rows() == countries.rows()
    table = pl.read_parquet(out / "technologies.parquet")
    assert set(LED) < set(table.columns)
    chips, none = (
        table.row(by_predicate=pl.col("technology_id") == each, named=True) for each in ("chips", "none")
    )
    assert (chips["leader"], chips["runner_up"], chips["lead_ratio"], chips["hhi"]) == (
        "TW",
        "US",
        3.0,
        0.625,
    )
    assert (none["works"], none["leader"], none["warnings"]) == (0, None, "nothing_found")
    assert json.loads(chips["coverage"])["without_technology"] == 0
    assert "1: not a whole JSON object; left out" in capsys.readouterr().err


def test_the_provenance_names_snapshot_queries_formulas_and_denominators(
    given: tuple[str, str], tmp_path: Path
) -> None:
    works, technologies = given

    main(
        [
            "watch",
            "indicators",
            works,
            "--technologies",
            technologies,
            "--years",
            "2021",
            "--out",
            str(tmp_path),
        ]
    )

    told = json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))
    assert told["snapshot"]["files"][0]["name"] == "works.jsonl"
    assert told["snapshot"]["problems"] == {"broken_line": 1}
    assert told["technologies"]["queries"]["chips"] == "晶片 chip*"
    assert told["years"] == {"first": 2021, "last": 2021}
    assert (told["works_counted"], told["denominators"]["all"]["without_country"]) == (2, 1)
    assert set(COUNTRIES[2:]) | set(LED) <= set(told["formulas"])
    listed = [
        json.loads(line) for line in (tmp_path / "problems.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(each["line"], each["fault"]) for each in listed] == [(4, "broken_line")]


def test_a_snapshot_that_is_kept_gives_the_same_on_duckdb_and_needs_no_django(
    given: tuple[str, str], tmp_path: Path
) -> None:
    works, technologies = given
    kept = str(tmp_path / "kept")

    ingested = command("--lang", "en", "watch", "ingest", works, "--out", kept, "--source", "made up")
    direct = command("watch", "indicators", works, "--technologies", technologies)
    counted = command("watch", "indicators", kept, "--technologies", technologies, "--engine", "duckdb")

    assert ingested.returncode == direct.returncode == counted.returncode == 0, counted.stderr
    assert b"3 works of 1 files" in ingested.stdout
    assert direct.stdout == counted.stdout
    assert (
        json.loads((tmp_path / "kept" / "manifest.json").read_text(encoding="utf-8"))["source"] == "made up"
    )


def test_profiles_are_printed_by_author_and_institution(
    given: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "profile", given[0], "--by", "author"]) == 0
    assert capsys.readouterr().out.splitlines() == ["author,works,citations,h_index,i10", "A1,2,12,2,0"]

    assert main(["watch", "profile", given[0]]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("I2,2,12,2,0")


def test_the_definitions_that_are_kept_are_printed_and_can_be_read_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["watch", "technologies"]) == 0

    kept = read_technologies(capsys.readouterr().out)
    assert {f"TW-{number:02d}" for number in range(1, 23)} < {each.id for each in kept}
    assert all(each.query.ways for each in kept)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--years", "2021-2020"], "2020"),
        (["--years", "lately"], "lately"),
        (["--technologies", "nowhere.csv"], "nowhere.csv"),
        (["nowhere.jsonl"], "nowhere.jsonl"),
        (["--engine", "abacus"], "abacus"),
    ],
)
def test_what_cannot_be_done_is_refused_with_2_and_a_sentence(
    arguments: list[str], named: str, given: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    works, technologies = given

    assert main(["watch", "indicators", works, "--technologies", technologies, *arguments]) == 2
    assert named in capsys.readouterr().err


def test_a_snapshot_of_another_version_is_refused(
    given: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "manifest.json").write_text('{"version": 0}', encoding="utf-8")

    assert (
        main(["--lang", "en", "watch", "indicators", str(tmp_path / "old"), "--technologies", given[1]]) == 2
    )
    assert "ingest it again" in capsys.readouterr().err
    assert [each.name for each in (tmp_path / "old").iterdir()] == ["manifest.json"]
