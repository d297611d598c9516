"""The reporting cycle by command: a quarter from its opening to its publication, with the file filled in offline."""

from pathlib import Path

from coretech.apps.reports.sheets.parts import parts_of
from tests.cli.conftest import Run
from tests.factories import cycle_factories as made
from tests.factories import plans_factories

CONTROLLER = ("--as", "controller-1")


def test_a_quarter_goes_its_way_by_command(run: Run, tmp_path: Path) -> None:
    plan = made.controlled()
    assert run("period", "open", plan.slug, "111-q1", *CONTROLLER).status == 0
    assert run("period", "open", plan.slug, "111-q1", *CONTROLLER).status == 1
    assert run("period", "open", plan.slug, "x", *CONTROLLER).status == 2
    assert "There is no period yet" in run("period", "list", plan.slug).err
    cycle = made.Cycle(plan, plan.periods.get())
    sheet = str(cycle.sheet().pk)
    officer = ("--as", "officer-moea")
    assert "moea" in run("sheet", "list", *officer).out
    assert run("sheet", "submit", sheet, *officer).status == 2

    made.filled(cycle.sheet())
    out = tmp_path / "sheet.ods"
    assert run("sheet", "export", sheet, "--out", str(out), *officer).status == 0
    made.filled(cycle.sheet(), progress="改過。")
    assert "改過。 → 平台已完成規劃。" in run("sheet", "import", sheet, str(out), *officer).out
    assert run("sheet", "import", sheet, str(out), "--yes", "--json", *officer).data["changes"] == 1
    assert run("sheet", "show", sheet, "--json", *officer).data["measures"][0]["ready"] is True
    assert run("sheet", "submit", sheet, *officer).status == 0
    assert run("sheet", "sign", sheet, *officer).status == 1
    assert run("sheet", "sign", sheet, "--as", "head-moea").status == 0
    key = parts_of(cycle.sheet())[0].key
    assert run("sheet", "return", sheet, "--why", "請補充。", "--measure", key, *CONTROLLER).status == 0
    assert run("sheet", "submit", sheet, *officer).status == 0
    assert run("sheet", "sign", sheet, "--as", "head-moea").status == 0
    assert run("sheet", "check", sheet, *CONTROLLER).status == 0

    assert run("period", "remind", plan.slug, "111-q1", "--json", *CONTROLLER).data["letters"] > 0
    assert "motc" in run("period", "board", plan.slug, "111-q1", *CONTROLLER).out
    assert run("period", "publish", plan.slug, "111-q1", *CONTROLLER).status == 2
    assert run("period", "publish", plan.slug, "111-q1", "--without", "逾期。", *CONTROLLER).status == 0
    assert "published" in run("period", "list", plan.slug).out


def test_the_office_names_the_controller_by_command(run: Run) -> None:
    made.people()
    plan = plans_factories.taken_over(plans_factories.programme())

    assert run("period", "steer", plan.slug, "ndc", "--days", "20", "--as", "office").status == 0
    assert run("period", "steer", plan.slug, "none", "--as", "office").status == 2
    assert plan.steerings.get().days == 20
