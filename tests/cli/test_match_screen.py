"""``coretech screen``: a portfolio against the register in force, of an installation or as bundled."""

import csv
import io
from pathlib import Path

import pytest

from coretech.cli import main
from coretech.cli.matching.register import register_catalogue
from tests.cli.conftest import Run

PORTFOLIO = """計畫編號,計畫名稱,摘要,年度
p1,太空規格影像壓縮電子單元之研製,以衛星影像為對象,113
p2,Post-quantum cryptography for chips,,113
p3,童話與民謠的採集,地方文化,113
"""


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A portfolio, where no installation is."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("CORETECH_HOME", str(tmp_path / "home"))
    file = tmp_path / "portfolio.csv"
    file.write_text(PORTFOLIO, encoding="utf-8")
    return str(file)


def best(text: str) -> dict[str, str]:
    """The first item of each project."""
    return {
        row["query_id"]: row["item_id"] for row in csv.DictReader(io.StringIO(text)) if row["rank"] == "1"
    }


def test_projects_are_held_against_the_bundled_list_and_those_below_the_threshold_left_out(
    portfolio: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["screen", portfolio]) == 0

    told = capsys.readouterr()
    assert best(told.out) == {"p1": "TW/9", "p2": "TW/21"}
    assert "3 筆與 22 項比對" in told.err
    assert not (tmp_path / "home").exists()


def test_the_lists_of_other_countries_are_added_where_asked_for(
    portfolio: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["screen", portfolio, "--lists", "--top", "50", "--min-score", "0"]) == 0

    items = {row["item_id"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert {"TW/21", "EU-2023-10-03/3.2"} <= items
    assert not any(item.startswith(("US-NSTC-2022/", "TW-")) for item in items)


def test_a_portfolio_without_titles_is_refused_with_the_columns_there_are(
    portfolio: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(portfolio).write_text("id,what\np1,x\n", encoding="utf-8")

    assert main(["--lang", "en", "screen", portfolio]) == 2
    assert "There is no column “text”; the file's columns: id, what" in capsys.readouterr().err


def test_where_an_installation_is_its_register_of_the_day_is_asked(
    run: Run, portfolio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "the stage's own")

    told = run("screen", portfolio)
    before = run("screen", portfolio, "--as-of", "2020-01-01")

    assert best(told.out) == {"p1": "TW/9", "p2": "TW/21"}
    assert (before.status, best(before.out)) == (0, {})


def test_an_installation_tells_the_lists_it_keeps(
    run: Run, portfolio: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "the stage's own")

    ids = register_catalogue(None, foreign=True).ids

    assert len([name for name in ids if name.startswith("TW/")]) == 22
    assert not any(name.startswith("TW-") for name in ids)
    assert run("screen", portfolio, "--lists").status == 0
