"""``coretech evaluation``: from its preparation to the report."""

from pathlib import Path

from coretech.apps.reports.models import Evaluation, EvaluationFinding
from tests.cli.conftest import Run
from tests.factories import evaluation_factories as made

SLUG = made.SLUG


def test_an_evaluation_goes_its_way(run: Run, tmp_path: Path) -> None:
    made.controlled()
    made.experts("scholar-1")
    as_controller, as_expert = ("--as", "controller-1"), ("--as", "scholar-1")
    asked = ("evaluation", "prepare", SLUG, "--kind", "mid_term", "--year", "111", "--due", "2099-01-01")
    assert run(*asked, "--criterion", "目標|Targets|90", *as_controller).status == 2
    assert run(*asked, "--criterion", "目標|Targets|x", *as_controller).status == 2
    assert run(*asked, "--criterion", "目標|Targets|100|ten", *as_controller).status == 2
    assert run(*asked, "--criterion", "目標|Targets|100", *as_controller).status == 0
    number = str(Evaluation.objects.get().pk)
    assert run("evaluation", "name", number, "scholar-1", *as_controller).status == 0
    assert run("evaluation", "score", number, made.KEYS[0], "--mark", "1=4", *as_expert).status == 1
    assert run("evaluation", "declare", number, *as_expert).status == 0
    assert run("evaluation", "score", number, made.KEYS[0], "--mark", "one", *as_expert).status == 2
    assert run("evaluation", "score", number, made.KEYS[0], "--mark", "1=4", *as_expert).status == 0
    assert "1/3" in run("evaluation", "show", number, *as_controller).out
    assert run("evaluation", "compile", number, "--why", "x", *as_controller).status == 0
    assert "mean of all 80" in run("evaluation", "show", number, *as_controller).out

    due = ("--agency", "moea", "--due", "2099-01-01", "--recommendation", "y")
    assert run("evaluation", "find", number, "--text", "x", *due, *as_controller).status == 0
    finding = str(EvaluationFinding.objects.get().pk)
    assert run("evaluation", "answer", finding, "answer", "--text", "z", "--as", "officer-moea").status == 0
    file = tmp_path / "report.pdf"
    assert run("evaluation", "file", number, str(file), *as_controller).status == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert (
        run("evaluation", "report", number, "--number", "x", "--on", "2023-02-01", *as_controller).status == 0
    )
    shown = run("evaluation", "list", "--json").data
    assert [each["state"] for each in shown] == ["reported"]
    assert run("evaluation", "show", number, "--json").data["findings"][0]["standing"] == "under_way"
