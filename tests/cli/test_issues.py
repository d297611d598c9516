"""Coordination by command: an issue and its special meeting, and budgets from a file."""

from pathlib import Path

from coretech.apps.meetings.models import Meeting
from coretech.apps.reports.models import BudgetFigure, CoordinationIssue
from tests.cli.conftest import Run
from tests.factories import budgets_factories as budgets
from tests.factories import cycle_factories as cycle
from tests.factories import plans_factories

CONTROLLER = ("--as", "controller-1")
OFFICER = ("--as", "officer-moea")
DUE = ("--due", "2030-05-31")


def test_an_issue_goes_its_way_by_command(run: Run) -> None:
    plan = cycle.controlled()
    raised = ("--agency", "moea", "--kind", "budget", "--title", "經費不足", "--text", "請協調。")
    assert run("issue", "raise", plan.slug, *raised, *OFFICER).status == 0
    issue = str(CoordinationIssue.objects.get().pk)
    assert "經費不足" in run("issue", "list", *CONTROLLER).out
    owner = ("--owner", "moea", "--text", "請評估。", *DUE)
    assert run("issue", "take", issue, *owner, *OFFICER).status == 1
    assert run("issue", "take", issue, *owner, *CONTROLLER).status == 0
    assert run("issue", "answer", issue, "--text", "辦理中。", *OFFICER).status == 0
    calling = ("issue", "call", "moea", "--controller", "ndc", "--on", "2030-04-20", "--place", "第一會議室")
    assert run(*calling, "--at", "25:00", *CONTROLLER).status == 2
    assert run(*calling, *CONTROLLER).status == 0
    meeting = str(Meeting.objects.get(body__kind="coordination").pk)
    assert run("issue", "put", issue, meeting, *CONTROLLER).status == 0
    decided = ("--text", "勻支。", "--owner", "moea", *DUE)
    assert run("issue", "decide", issue, *decided, *CONTROLLER).status == 1
    shown = run("issue", "show", issue, "--json", *OFFICER).data
    assert (shown["state"], len(shown["steps"])) == ("in_hand", 4)
    assert run("issue", "show", issue).status == 1


def test_an_issue_is_decided_and_closed_by_command(run: Run) -> None:
    plan = cycle.controlled()
    raised = ("--agency", "ndc", "--kind", "other", "--title", "議題", "--text", "說明")
    assert run("issue", "raise", plan.slug, *raised, *CONTROLLER).status == 0
    issue = str(CoordinationIssue.objects.get().pk)
    decided = ("--text", "照辦。", "--owner", "moea", *DUE)
    assert run("issue", "decide", issue, *decided, *CONTROLLER).status == 0
    assert run("issue", "close", issue, "--text", "已辦。", *CONTROLLER).status == 0
    assert "no issue" in run("issue", "list", *CONTROLLER).err


def test_budgets_come_from_a_file_and_go_out_as_one(run: Run, tmp_path: Path) -> None:
    plan = cycle.controlled()
    path, out = tmp_path / "budgets.csv", tmp_path / "out.ods"
    path.write_bytes(budgets.file_of(f"{budgets.MEASURE},,111,法定,無,x,"))
    wrong = run("budget", "import", plan.slug, str(path), "--yes", *CONTROLLER)
    assert "is no amount" in wrong.out
    path.write_bytes(budgets.file_of(f"{budgets.MEASURE},,111,法定,500,x,"))
    assert "Nothing is written yet" in run("budget", "import", plan.slug, str(path), *CONTROLLER).err
    assert run("budget", "import", plan.slug, str(path), "--yes", *CONTROLLER).status == 0
    figure = str(BudgetFigure.objects.get().pk)
    restated = ("budget", "restate", plan.slug, figure, "400", "--document", "y", "--why", "刪減")
    assert run(*restated, *CONTROLLER).status == 0
    assert "400" in run("budget", "list", plan.slug).out
    assert run("budget", "export", plan.slug, "--out", str(out)).status == 0
    assert run("budget", "export", plan.slug, "--out", str(tmp_path / "x.xls")).status == 2


def test_the_share_of_gdp_by_command(run: Run) -> None:
    name = "science_and_technology_plan.json"
    slug = plans_factories.taken_over(plans_factories.facts(name), name).slug

    assert "→ 0.7 % (115)" in run("budget", "projection", slug).out
    assert run("budget", "projection", slug, "--json").data["rows"][0]["agrees"] is True
