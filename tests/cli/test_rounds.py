"""The inventory by command: the board, a round from its keeper to the Office's word, reminders, files."""

from pathlib import Path

from coretech.apps.audit.models import Outbox
from coretech.apps.cases.models import Case
from coretech.apps.inventory.models import Keeper
from tests.cli.conftest import Run
from tests.factories import inventory_factories as inventory

OFFICER = ("--as", "agency-nstc")
OFFICE = ("--as", "office")


def test_a_nil_round_goes_its_way_by_command(run: Run) -> None:
    assert run("inventory", "name-keeper", "nstc", "--kind", "unit", "--name", "科技處", *OFFICER).status == 0
    made = run(
        "inventory",
        "open-round",
        "nstc",
        "--due",
        "114.9.30",
        "--scope",
        inventory.SCOPE,
        "--json",
        *OFFICER,
    )
    figures = ("--on", "2025-06-02", "--present", "9", "--in-favour", "8", "--opinion", "同意")
    assert run("inventory", "review-round", made.number, *figures, *OFFICER).status == 0
    assert run("inventory", "report-round", made.number, *OFFICER).status == 2
    assert run("inventory", "report-round", made.number, "--note", inventory.NOTE, *OFFICER).status == 0
    assert run("inventory", "acknowledge-round", made.number, *OFFICE).status == 0

    shown = run("inventory", "board", "--json", *OFFICE).data
    (line,) = [each for each in shown["agencies"] if each["agency"] == "nstc"]
    assert line["marks"] == ["done"]
    assert line["round"]["nil"] is True
    assert Keeper.objects.get().name == "科技處"
    assert "nil" in run("inventory", "find", "衛星", *OFFICE).out


def test_the_board_is_the_office_s_or_one_s_own(run: Run) -> None:
    assert len(run("inventory", "board", "--json", *OFFICE).data["agencies"]) == inventory.BOUND
    assert "nstc" in run("inventory", "board", *OFFICER).out
    assert run("inventory", "board").status == 1


def test_reminders_are_listed_without_sending_and_then_sent_once(run: Run) -> None:
    listed = run("inventory", "remind", "--dry-run", *OFFICE)
    assert "National Science and Technology Council" in listed.out
    assert not Outbox.objects.exists()

    sent = run("inventory", "remind", "--json", *OFFICE)
    again = run("inventory", "remind", *OFFICE)

    assert sent.data["letters"] == Outbox.objects.count() > 0
    assert again.status == 1
    assert run("inventory", "remind", "--dry-run", *OFFICER).status == 1


def test_the_sample_becomes_cases_from_one_ods_file(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "sample.ods")
    assert run("inventory", "sample", file).status == 0

    seen = run("inventory", "import", file, *OFFICE)
    assert "New case" in seen.out
    assert "--yes" in seen.err
    assert not Case.objects.exists()
    taken = run("inventory", "import", file, "--yes", "--json", *OFFICE)

    assert taken.data["counts"] == {"candidate": 8, "case": 8, "part": 0, "unchanged": 0}
    assert run("inventory", "import", file, "--yes", "--json", *OFFICE).data["counts"]["unchanged"] == 8


def test_a_bad_file_is_told_cell_by_cell_and_fails(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("agency,name_zh,name_en,sector,why\nnstc,甲,A,alchemy,why\n")

    ran = run("inventory", "import", str(file), "--yes", *OFFICER)

    assert ran.status == 1
    assert "Line 2, column “D2 領域 sector”" in ran.out
    assert run("inventory", "import", str(tmp_path / "none.ods"), *OFFICER).status == 2
    assert run("inventory", "sample", str(tmp_path / "sample.xlsx")).status == 2
    assert run("inventory", "sample", str(tmp_path / "no" / "sample.csv")).status == 2
