"""``coretech snapshot patents``, ``trade``, ``tables`` and ``codes``: tables taken into the installation."""

from pathlib import Path

import pytest

from coretech.apps.watch.bundled import load_watch
from coretech.apps.watch.models import TechnologyCodes
from tests.cli.conftest import Run
from tests.factories.watch_table_factories import CHIPS, PATENTS, TRADE

AS = ("--as", "office")


@pytest.fixture(autouse=True)
def _there(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    load_watch()


def test_tables_are_taken_in_listed_and_counted_by_codes(run: Run, tmp_path: Path) -> None:
    patents, trade = tmp_path / "patents.csv", tmp_path / "trade.csv"
    patents.write_text(PATENTS.replace("appln_auth", "where"), encoding="utf-8")
    trade.write_text(TRADE, encoding="utf-8")
    about = ("--source", "PATSTAT", "--dated", "114-01-05", *AS)

    assert run("snapshot", "patents", str(patents), *about).status == 2
    told = ("--column", "office=where", "--technology", CHIPS, "--note-en", "for trying out")
    kept = run("snapshot", "patents", str(patents), *about, *told, "--json")
    assert kept.data["act"]["kind"] == "watch.table_kept"
    assert run("snapshot", "trade", str(trade), "--source", "Comtrade", "--unit", "US$", *AS).status == 0

    newest, first = run("snapshot", "tables", "--json").data
    assert (newest["kind"], newest["unit"], first["technology"]) == ("trade", "US$", CHIPS)
    assert (first["columns"]["office"], first["coverage"]["patents"]) == ("where", 5)
    assert "PATSTAT" in run("snapshot", "tables").out
    assert run("snapshot", "trade", str(tmp_path / "none.csv"), "--source", "x", *AS).status == 2
    assert run("snapshot", "trade", str(trade), "--source", "x", "--as", "agency-nstc").status == 1


def test_codes_are_named_once_for_a_version(run: Run) -> None:
    asked = ("snapshot", "codes", CHIPS, "--classes", "H01L,H10D", "--why", "narrower", *AS)

    assert run(*asked).status == 0
    assert run(*asked).status == 1
    row = TechnologyCodes.objects.get()
    assert (row.classes, row.goods, row.number) == (["H01L", "H10D"], [], 1)
