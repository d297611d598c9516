"""``coretech watch patents`` and ``coretech watch trade``: tables, their provenance and their problems on disk."""

import hashlib
import json
from pathlib import Path

import polars as pl
import pytest

from coretech.cli import main

PATENTS = "appln_id,appln_auth,appln_filing_year,person_ctry_code\n1,TW,2020,TW\n2,TW,2020,XX-Y\n"
TRADE = "year,reporter,partner,hs code,value\n2020,TW,US,8542,5\n"


def test_both_tables_of_patents_are_written_with_where_they_come_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "patents.csv", tmp_path / "out"
    file.write_text(PATENTS, encoding="utf-8")

    assert main(["--lang", "en", "watch", "patents", str(file), "--out", str(out)]) == 0

    said = capsys.readouterr()
    assert "country ← person_ctry_code" in said.out
    assert "1 problems, listed in problems.jsonl" in said.err
    assert pl.read_csv(out / "countries.csv").rows() == pl.read_parquet(out / "countries.parquet").rows()
    assert (out / "patents.csv").is_file()
    told = json.loads((out / "provenance.json").read_text(encoding="utf-8"))
    assert told["file"] == {"name": "patents.csv", "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    assert (told["coverage"]["patents"], told["coverage"]["without_country"]) == (2, 1)
    problem = json.loads((out / "problems.jsonl").read_text(encoding="utf-8"))
    assert (problem["line"], set(problem)) == (3, {"line", "zh", "en"})


def test_trade_with_headings_of_its_own_is_told_which_is_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "trade.csv", tmp_path / "out"
    file.write_text(TRADE.replace("partner", "whither"), encoding="utf-8")
    asked = ["--lang", "en", "watch", "trade", str(file), "--out", str(out)]

    assert main(asked) == 2
    assert "add --column partner=HEADING" in capsys.readouterr().err
    assert not out.exists()
    assert main([*asked, "--column", "partner = whither"]) == 0
    assert pl.read_csv(out / "trade.csv").rows() == [(8542, 2020, "TW", "US", None, 5.0, 1)]


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "trade", str(tmp_path / "none.csv"), "--out", str(tmp_path)]) == 2
    assert "none.csv" in capsys.readouterr().err
