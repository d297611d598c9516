"""``coretech watch trends``, ``network`` and ``flow``: their files, their figures, and what they are made of."""

import json
from pathlib import Path

import polars as pl
import pytest

from coretech.cli import main
from coretech.cli.watch.engines import Engine
from tests.factories.works_factories import written

TECHNOLOGIES = "technology_id,name,query\nchips,晶片,晶片 chip*\nnone,Nothing,T99999\n"


def signed(author: str, *countries: str) -> dict[str, object]:
    return {"author": {"id": author}, "countries": list(countries), "institutions": []}


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    """Three works on chips and one on something else."""
    works = [
        {"id": "W1", "title": "A chip", "publication_year": 2020, "authorships": [signed("A1", "TW")]},
        {"id": "W2", "title": "Chips", "publication_year": 2022}
        | {"authorships": [signed("A1", "US"), signed("A2", "TW")]},
        {"id": "W3", "title": "晶片", "publication_year": 2022},
        {"id": "W4", "title": "Sand", "publication_year": 2022, "authorships": [signed("A3", "US")]},
    ]
    definitions = tmp_path / "tech.csv"
    definitions.write_text(TECHNOLOGIES, encoding="utf-8")
    return [str(written(tmp_path, works)), "--technologies", str(definitions)]


def told(out: Path) -> dict[str, dict[str, object]]:
    """What the provenance says; it explains every column that is not a name or an end of an interval."""
    found: dict[str, dict[str, object]] = json.loads((out / "provenance.json").read_text(encoding="utf-8"))
    return found


def test_trends_are_written_by_year_with_what_they_lack(given: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"

    assert main(["watch", "trends", *given, "--percentile", "recompute", "--out", str(out)]) == 0

    tables = {
        name: pl.read_parquet(out / f"{name}.parquet")
        for name in ("years", "concentration", "specialisation", "growth", "coverage", "languages")
    }
    assert all(pl.read_csv(out / f"{name}.csv").height == table.height for name, table in tables.items())
    chips = {
        name: tables[name].filter(pl.col("technology_id") == "chips").rows()
        for name in ("years", "specialisation", "coverage")
    }
    assert [row[1:6] for row in chips["years"]] == [
        (2020, "TW", 1, 1.0, 1.0),
        (2022, "TW", 1, 0.5, 0.5),
        (2022, "US", 1, 0.5, 0.5),
    ]
    assert [row[1:7] for row in chips["specialisation"]] == [
        ("TW", 2, 2, 2, 3, 1.5),
        ("US", 1, 2, 2, 3, 0.75),
    ]
    assert [row[1:4] for row in chips["coverage"]] == [(2020, 1, 0), (2022, 2, 1)]
    assert {"specialisation", "share", "threshold"} <= set(told(out)["formulas"])
    assert told(out)["percentile"]["by"] == "recompute"


@pytest.mark.parametrize("engine", [Engine.POLARS, Engine.DUCKDB])
def test_countries_that_share_works_are_tied(given: list[str], tmp_path: Path, engine: Engine) -> None:
    assert main(["watch", "network", *given, "--engine", engine, "--out", str(tmp_path / "out")]) == 0

    row = pl.read_csv(tmp_path / "out" / "network.csv").row(0)
    assert row[:-1] == ("chips", "TW", "US", 1, 2, 1)
    assert row[-1] == pytest.approx(2**-0.5)
    assert "salton" in told(tmp_path / "out")["formulas"]


def test_authors_are_followed_and_works_that_name_none_are_counted(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["watch", "flow", *given]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "technology_id,origin,destination,authors,share",
        "chips,TW,US,1,1.0",
        "",
        "technology_id,works,without_author,authors,without_country,one_year,unclear,stayed,moved",
        "chips,3,1,2,0,1,0,0,1",
        "none,0,0,0,0,0,0,0,0",
    ]
