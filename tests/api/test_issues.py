"""Coordination by the API: an issue from its raising to its close, and what plans cost."""

from collections.abc import Callable

import pytest

from coretech.apps.meetings.models import Meeting
from tests.api.caller import Caller, problem_of
from tests.factories import budgets_factories, plans_factories
from tests.factories import cycle_factories as cycle
from tests.factories import issues_factories as made

Call = Callable[[str], Caller]
pytestmark = pytest.mark.usefixtures("stage")
DUE = "2030-05-31"


def test_an_issue_goes_its_way_by_the_api(caller: Call) -> None:
    plan = cycle.controlled()
    officer, controller = caller("officer-moea"), caller("controller-1")
    raised = {"agency": "moea", "kind": "law", "title": "法規須修正", "text": "請協調修法。"}
    problem_of(officer.post(f"/plans/{plan.slug}/issues", raised | {"agency": "motc"}), 422)
    where = officer.done(f"/plans/{plan.slug}/issues", raised)
    owner = {"owner": "motc", "due_on": DUE, "note": "請評估。"}
    problem_of(officer.post(f"{where}/owner", owner), 403)
    controller.done(f"{where}/owner", owner | {"seen": 1})
    problem_of(controller.post(f"{where}/owner", owner | {"seen": 1}), 409)
    caller("officer-motc").done(f"{where}/answer", {"note": "草案已備。"})

    called = {"controller": "ndc", "agencies": ["moea"], "held_on": "2030-04-20", "place": "第一會議室"}
    controller.done("/issues/meetings", called)
    meeting = Meeting.objects.get(body__kind="coordination")
    controller.done(f"{where}/meeting", {"meeting": meeting.pk})
    decided = {"text": "修法。", "owner": "motc", "due_on": DUE}
    problem_of(controller.post(f"{where}/decision", decided), 409)
    shown = controller.read(where)
    assert (shown["meeting"], shown["outcome"], shown["state"]["code"]) == (meeting.pk, "", "in_hand")
    assert [step["step"] for step in shown["steps"]] == ["raise", "take", "answer", "put"]
    assert [each["title"] for each in officer.read("/issues")] == ["法規須修正"]
    problem_of(caller("office").get(where), 403)


def test_an_issue_decided_in_writing_is_closed_by_the_api(caller: Call) -> None:
    issue = made.in_hand(cycle.controlled())
    controller, where = caller("controller-1"), f"/issues/{issue.pk}"

    controller.done(f"{where}/decision", {"text": "照辦。", "owner": "moea", "due_on": DUE})
    controller.done(f"{where}/close", {"note": "已辦。"})
    assert controller.read(where)["state"]["code"] == "closed"


def test_figures_are_recorded_restated_and_told_by_the_api(caller: Call) -> None:
    plan = cycle.controlled()
    here = f"/plans/{plan.slug}/budgets"
    controller = caller("controller-1")
    given = {"element": budgets_factories.MEASURE, "year": 111, "stage": "statutory", "amount": "500.5"}
    problem_of(controller.post(here, given | {"amount": "x", "document": "x"}), 422)
    assert controller.done(here, given | {"document": "預算書"}) == here
    controller.done(here, given | {"stage": "requested", "document": "概算"})
    (figure, _) = controller.read(here)["figures"]
    controller.done(
        f"{here}/{figure['id']}/restatement", {"amount": "400", "document": "追減", "why": "刪減"}
    )

    told = Caller().read(here)
    assert [(each["amount"], each["why"]) for each in told["figures"]] == [("400", "刪減")]
    assert told["years"] == [
        {"year": 111, "amounts": {"statutory": "400"}, "execution": None, "differing": 0}
    ]


def test_the_share_of_gdp_is_told_to_everybody_by_the_api() -> None:
    name = "science_and_technology_plan.json"
    slug = plans_factories.taken_over(plans_factories.facts(name), name).slug

    told = Caller().read(f"/plans/{slug}/projection?gdp=2&budget=3")
    assert (told["line"], told["rows"][0]["printed"], told["rows"][0]["agrees"]) == (4179, "0.64", True)
    assert float(told["needed_growth"]) == pytest.approx(4.46, abs=0.01)
    assert float(told["scenario_gap"]) > 0
    problem_of(Caller().get(f"/plans/{slug}/projection?year=100"), 422)
