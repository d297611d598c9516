"""``coretech list``: what there is, what a file would bring, every fault, and files that come in again."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factories import lists_factories as lists

AS = ("--as", lists.OFFICE)
TOLD = (
    *("--list", "XX-MADE", "--code", "XX-1", "--dated", "2024", "--country", "XX", "--effect", "export"),
    *("--issuer-zh", "甲", "--issuer-en", "a", "--title-zh", "乙", "--title-en", "b", "--source", "c"),
)


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    lists.staged()


def test_lists_are_listed_shown_and_compared(run: Run) -> None:
    listed = run("list", "list", "--json")
    shown = run("list", "show", "US-NSTC")
    compared = run("list", "compare", "US-NSTC-2022", "US-NSTC-2024")
    data = run("list", "compare", "US-NSTC-2022", "US-NSTC-2024", "--json").data

    assert len(listed.data) == 15
    assert "17  Semiconductors and Microelectronics" in shown.out
    assert "(proposed)" in compared.out
    assert sum(each["kind"] == "came" for each in data) == 2
    assert run("list", "show", "nothing").status == 2


def test_a_file_is_recorded_only_with_yes_and_comes_out_as_it_went_in(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "list.json", tmp_path / "out.ttl"
    path.write_bytes(lists.named("Chips", "Robots"))
    looked = run("list", "import", str(path), *TOLD, *AS, "--json")
    written = run("list", "import", str(path), *TOLD, *AS, "--yes", "--json")
    run("list", "export", "XX-1", "--format", "ttl", "--out", str(out))
    again = run("list", "import", str(out), "--code", "XX-2", *AS, "--json")

    assert looked.data == {"items": 2, "before": "", "changes": {}}
    assert written.data["act"]["kind"] == "list.imported"
    assert again.data == {"items": 2, "before": "XX-1", "changes": {"same": 2}}


def test_faults_are_told_with_their_line_and_a_stranger_takes_in_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("code,name:en\na,x\na,y", encoding="utf-8")
    faulty = run("list", "import", str(path), *TOLD, *AS, "--json")

    assert (faulty.status, faulty.data["faults"][0]["line"]) == (1, 3)
    assert run("list", "import", str(path), *TOLD, "--as", "agency-nstc").status == 1
