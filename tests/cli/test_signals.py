"""``coretech signal``: what moved by technology, an assessment, the scan log and its report."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factories import signals_factories as made

OFFICE, OFFICER = ("--as", made.OFFICE), ("--as", made.OFFICER)


@pytest.fixture(autouse=True)
def _there(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    made.moved()


def test_signals_are_listed_shown_and_assessed(run: Run) -> None:
    listed = run("signal", "list", *OFFICER, "--json").data
    shown = run("signal", "show", made.TOPIC, *OFFICER, "--json").data
    keys = [each["key"] for each in shown["signals"]]
    words = ("--verdict", "watch", "--reasons", made.REASONS)
    done = run("signal", "assess", made.TOPIC, *words, "--source", keys[0], *OFFICER, "--json")
    told = run("signal", "list", *OFFICER).out

    assert (listed[0]["topic"], listed[0]["fresh"]) == (made.TOPIC, 3)
    assert done.data["act"]["kind"] == "watch.signals_assessed"
    assert "0/3" in told
    assert "Moved: Post-quantum" in run("signal", "show", made.TOPIC, *OFFICER).out
    assert run("signal", "show", "nothing", *OFFICER).status == 2
    assert run("signal", "list").status == 1


def test_a_scan_is_logged_listed_exported_and_reported(run: Run, tmp_path: Path) -> None:
    look = ("--on", "114-06-01", "--region", "abroad", "--source", "IEEE Xplore", "--topic", made.TOPIC)
    logged = run("signal", "log-scan", *look, *OFFICE, "--json")
    log, report = tmp_path / "log.csv", tmp_path / "report.odt"
    run("signal", "export-scans", "--format", "csv", "--out", str(log), *OFFICER)
    made_report = run("signal", "report", "2025", "2", "--out", str(report), *OFFICER)

    assert logged.data["act"]["kind"] == "watch.scan_logged"
    assert "nothing found" in run("signal", "scans", *OFFICER).out
    assert run("signal", "scans", "--words", "nowhere", *OFFICER, "--json").data == []
    assert log.read_text(encoding="utf-8-sig").count("IEEE Xplore") == 1
    assert (made_report.status, report.read_bytes()[:2]) == (0, b"PK")
    assert run("signal", "log-scan", *look, *OFFICER).status == 1
    assert run("signal", "report", "2025", "2", "--out", str(tmp_path / "x.docx"), *OFFICER).status == 2
