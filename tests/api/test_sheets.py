"""The reporting cycle by the API, from opening a quarter to an amendment beside its entry."""

from collections.abc import Callable

import pytest

from coretech.apps.reports.sheets.parts import parts_of
from tests.api.caller import Caller, problem_of
from tests.factories import cycle_factories as made

Call = Callable[[str], Caller]


def given(cycle: made.Cycle, code: str) -> tuple[str, dict[str, object]]:
    """A measure's address on an agency's sheet, and its answers."""
    sheet = cycle.sheet(code)
    (part,) = parts_of(sheet)
    works = {work.key: {"standing": "under_way", "share": "30"} for work in part.works}
    actuals = {each.key: {"value": "3", "unit": each.definition.unit} for each in part.indicators}
    answers: dict[str, object] = {
        "progress": "已完成規劃。",
        "own_light": "green",
        "works": works,
        "actuals": actuals,
    }
    return f"/sheets/{sheet.pk}/measures/{part.key}", answers


@pytest.mark.usefixtures("stage")
def test_a_quarter_goes_its_way_by_the_api(caller: Call) -> None:
    plan = made.controlled()
    controller = caller("controller-1")
    assert (
        controller.done(f"/plans/{plan.slug}/periods", {"period": "111-q1"}) == f"/plans/{plan.slug}/periods"
    )
    cycle = made.Cycle(plan, plan.periods.get())
    assert Caller().read(f"/plans/{plan.slug}/periods") == []

    for code in ("moea", "motc"):
        officer, where = caller(f"officer-{code}"), f"/sheets/{cycle.sheet(code).pk}"
        measure, answers = given(cycle, code)
        problem_of(officer.send("PUT", measure, answers | {"own_light": "pink"}), 422)
        assert officer.send("PUT", measure, answers | {"seen": 0}).status_code == 201
        problem_of(officer.send("PUT", measure, answers | {"seen": 0}), 409)
        shown = officer.read(where)
        assert shown["measures"][0]["missing"] == []
        officer.done(f"{where}/submission", {"seen": shown["digest"]})
        problem_of(officer.post(f"{where}/signature", {}), 403)
        assert controller.read(where)["submitted"] == {}
        caller(f"head-{code}").done(f"{where}/signature", {"seen": 1})
        assert controller.read(where)["version"] == 1
        controller.done(f"{where}/check", {"seen": 1, "note": "ok"})

    problem_of(controller.post(f"/plans/{plan.slug}/periods", {"period": "111-q1"}), 409)
    problem_of(Caller().get(f"/plans/{plan.slug}/periods/111-q1"), 404)
    controller.done(f"/plans/{plan.slug}/periods/111-q1/publication", {})
    published = Caller().read(f"/plans/{plan.slug}/periods/111-q1")
    (measure_shown,) = published["measures"]
    assert {each["agency"]["code"] for each in measure_shown["reported"]} == {"moea", "motc"}
    assert measure_shown["reported"][0]["progress"] == "已完成規劃。"

    entry = measure_shown["reported"][0]["entry"]
    where = caller("officer-moea").done(
        f"/entries/{entry}/amendments", {"text": "應為4家。", "why": "漏計。"}
    )
    problem_of(Caller().get(where), 404)
    controller.done(f"{where}/ruling", {"accepted": True})
    assert Caller().read(where)["accepted"] is True


@pytest.mark.usefixtures("stage")
def test_a_sheet_goes_back_and_reminders_go_out_by_the_api(caller: Call) -> None:
    cycle = made.opened()
    made.signed(cycle.sheet())
    key, where = parts_of(cycle.sheet())[0].key, f"/sheets/{cycle.sheet().pk}"
    controller = caller("controller-1")

    problem_of(controller.post(f"{where}/return", {"reasons": {}}), 422)
    controller.done(f"{where}/return", {"reasons": {key: "請補充。"}, "seen": 1})
    assert caller("officer-moea").read(where)["steps"][-1]["reasons"] == {key: "請補充。"}
    controller.done(f"/plans/{cycle.plan.slug}/periods/111-q1/reminders", {})
    problem_of(controller.post(f"/plans/{cycle.plan.slug}/periods/111-q1/reminders", {}), 409)
    assert len(caller("officer-moea").read("/sheets")) == 1
    problem_of(caller("member-02").get("/sheets"), 403)
    problem_of(caller("officer-motc").get(where), 404)


@pytest.mark.usefixtures("stage")
def test_steering_and_lights_are_set_by_the_api(caller: Call) -> None:
    plan = made.controlled()
    rules = {"green": "0.9", "amber": "0.95", "overdue": "0.2", "why": "依函。"}
    where = f"/plans/{plan.slug}"

    problem_of(caller("controller-1").post(f"{where}/light-rules", rules), 422)
    assert (
        caller("controller-1").done(f"{where}/light-rules", rules | {"amber": "0.5"}) == f"{where}/steering"
    )
    problem_of(
        caller("controller-1").post(f"{where}/steering", {"controller": "moea", "cycle": "yearly"}), 403
    )
    caller("office").done(f"{where}/steering", {"controller": "moea", "cycle": "yearly", "days": 30})
    shown = Caller().read(f"{where}/steering")
    assert (shown["controller"]["code"], shown["light_rules"]["amber"]) == ("moea", "0.5")
