"""``coretech register``, as known on a day, and for those who keep the list."""

from pathlib import Path

import pytest

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.register.models import Scan
from tests import factories
from tests.cli.conftest import Run
from tests.factories import papers_factories
from tests.factories import register_factories as register

CORRECT = (
    *("register", "correct", "12", "1", "--why", "typed wrongly", "--source", "page 2"),
    *("--name-en", "Corrected", "--as", "office"),
)


def test_a_correction_is_marked_among_the_versions(run: Run) -> None:
    assert run(*CORRECT).status == 0

    shown = run("register", "show", "12", "--history", "--json").data
    first, second = shown["versions"]
    assert (first["corrected_by"], second["corrects"], second["corrected_because"]) == (2, 1, "typed wrongly")
    told = run("register", "show", "12", "--history").out
    assert "v1  corrected by version 2" in told
    assert "v2  corrects version 1: typed wrongly (page 2)" in told


def test_an_item_and_a_difference_are_told_as_known_on_a_day(run: Run) -> None:
    run(*CORRECT)

    before = run("register", "show", "12", "--known-at", "2025-06-01", "--json").data
    assert [version["version"] for version in before["versions"]] == [1]
    assert run("register", "diff", "2023-12-04", "2024-01-01", "--known-at", "112-12-04", "--json").data == []
    unknown = run("register", "show", "12", "--known-at", "2023-12-04")
    assert (unknown.status, unknown.err) == (2, "The list has no item 12.\n")
    early = run("register", "list", "--known-at", "2023-12-04")
    assert (early.status, early.out) == (0, "")
    assert "No list had been announced" in early.err


@pytest.mark.parametrize(
    "typed",
    [
        ("list", "--as-of", "yesterday"),
        ("list", "--known-at", "2025-13-01"),
        ("list", "--as-of", "0000-01-01"),
        ("show", "12", "--known-at", "2025-02-30"),
        ("show", "0"),
        ("diff", "2025-01-01", "no day"),
        ("diff", "2025-02-29", "2025-03-01"),
        ("diff", "2025-01-01", "2025-03-01", "--known-at", "114-02-30"),
    ],
)
def test_a_day_that_is_none_and_an_item_that_never_was_are_bad_input(
    run: Run, typed: tuple[str, ...]
) -> None:
    ran = run("register", *typed)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_every_legal_state_is_told_with_its_day_in_both_calendars_and_its_document(run: Run) -> None:
    register.renamed_on()

    states = run("register", "show", "12", "--json").data["states"]
    assert [state["state"] for state in states][-2:] == ["pre_announced", "changed"]
    assert states[-1] == {
        "state": "changed",
        "date": "2025-09-01",
        "date_roc": "114.9.1",
        "document_number": "示範字第1號",
        "version": 2,
    }
    told = run("register", "show", "12", "--history").out
    assert "2025-09-01 (114.9.1)    changed (v2)         示範字第1號\n" in told


def test_a_note_is_written_told_and_withdrawn(run: Run) -> None:
    note = ("--topic", "軌道高度", "--zh", "限低軌衛星。", "--en", "Low orbits.", "--source", "Letter no. 1")
    assert run("register", "note", "12", *note, "--as", "agency-nstc").status == 0
    assert run("register", "show", "12", "--json").data["scope_notes"][0]["text"]["en"] == "Low orbits."
    assert "軌道高度  Low orbits." in run("register", "show", "12", "--history").out

    withdrawn = ("--topic", "軌道高度", "--why", "The law changed.", "--as", "agency-nstc")
    assert run("register", "withdraw-note", "12", *withdrawn).status == 0
    assert run("register", "show", "12", "--json").data["scope_notes"] == []


def test_a_scan_is_filed_alone_or_with_its_announcement(run: Run, tmp_path: Path) -> None:
    scan = tmp_path / "公告.pdf"
    scan.write_bytes(papers_factories.pdf())

    assert run("register", "file-scan", "1", str(scan), "--as", "announcer").status == 0
    again = run("register", "file-scan", "1", str(scan), "--as", "announcer")
    assert (again.status, again.err) == (2, "That very file is the scan already.\n")
    gone = run("register", "file-scan", "1", str(tmp_path / "none"), "--as", "announcer")
    assert (gone.status, gone.err) == (2, "none cannot be read; check its path.\n")
    case = factories.pre_announced_case(factories.renaming())
    set_demo_day(register.LATER)
    announced = ("--number", "示範字第1號", "--scan", str(scan), "--as", "announcer")
    assert run("case", "announce", case.reference, *announced).status == 0
    assert [each.announcement.edition for each in Scan.objects.all()] == [1, 2]
