"""The fuzzer of the readers of plans: its cases come back alone, and it tells what breaks."""

from itertools import islice
from pathlib import Path

import pytest

from tests.factories.plans_factories import programme
from tools import fuzz_plans
from tools.fuzz_plans import cases, judged

DOCUMENTS = {"one": programme().decode()}
FAIR = 1.0


def test_a_case_is_drawn_again_by_its_number() -> None:
    ten = list(islice(cases(DOCUMENTS, 1), 10))

    assert next(cases(DOCUMENTS, 1, start=7)) == ten[7]
    assert len({each.data for each in ten}) == len(ten)


def test_damaged_plans_of_every_sort_are_read_or_refused() -> None:
    assert [judged(each, FAIR) for each in islice(cases(DOCUMENTS, 2), 60)] == [""] * 60


def test_what_breaks_is_told_with_its_place() -> None:
    case = next(cases(DOCUMENTS, 3))
    unreadable = fuzz_plans.Case(case.number, case.done, case.length, None)  # type: ignore[arg-type]  # breaks on purpose

    assert judged(unreadable, FAIR).startswith("broke: AttributeError at opening.py")


def test_one_case_runs_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_bytes(programme())

    assert fuzz_plans.main([str(tmp_path), "--case", "4"]) == 0
    assert capsys.readouterr().out == "1 files read; broke 0, slow 0\n"
