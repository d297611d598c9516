"""``coretech supply``: what stands, what a file would change, every error, and figures that come out again."""

import json
from pathlib import Path

import pytest

from tests import factories
from tests.cli.conftest import Run
from tests.factories import supplies_factories as supplies

AS = ("--as", supplies.OFFICER)


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    supplies.staged()


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """A file of three good months."""
    path = tmp_path / "returns.csv"
    path.write_bytes(supplies.as_csv(supplies.months("coal", 3, factories.DAY, stock=40, consumption=30)))
    return path


def test_a_file_is_recorded_only_with_yes(run: Run, returns: Path) -> None:
    shown = run("supply", "import", str(returns), *AS, "--json")
    written = run("supply", "import", str(returns), *AS, "--yes", "--json")
    again = run("supply", "import", str(returns), *AS)

    assert (shown.status, shown.data) == (0, {"new": 3, "restating": 0, "unchanged": 0})
    assert (written.data["rows"], written.data["act"]["kind"]) == (3, "supply.filed")
    assert "Every row says what is recorded already" in again.err


def test_every_error_is_told_and_the_status_says_so(run: Run, tmp_path: Path) -> None:
    lines = supplies.steady(count=3)
    path = tmp_path / "bad.csv"
    path.write_bytes(supplies.as_csv([lines[0] | {"stock": -1}, lines[1] | {"unit": "公秉"}]))
    ran = run("supply", "import", str(path), *AS, "--yes", "--json")

    assert ran.status == 1
    assert [(each["line"], each["column"]) for each in ran.data["faults"]] == [(2, "stock"), (3, "unit")]


def test_what_stands_is_told_with_its_formula(run: Run, returns: Path, tmp_path: Path) -> None:
    run("supply", "import", str(returns), *AS, "--yes")
    listed = run("supply", "list", "--json")
    shown = run("supply", "show", "coal")
    out = tmp_path / "coal.json"
    run("supply", "export", "coal", "--format", "json", "--out", str(out), *AS)

    assert {each["commodity"] for each in listed.data} == {
        "petroleum",
        "natural-gas",
        "coal",
        "sand-and-gravel",
    }
    assert "days of cover = closing stock ÷ daily use" in shown.out
    assert [each["stock"] for each in json.loads(out.read_text())] == ["40", "40", "40"]


def test_a_sheet_is_written_for_officers_alone(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "coal.ods"

    assert run("supply", "template", "coal", "--out", str(out), *AS).status == 0
    assert out.read_bytes().startswith(b"PK")
    assert run("supply", "template", "coal", "--out", str(out), "--as", "office").status == 1
