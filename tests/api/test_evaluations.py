"""Evaluations, yearly results and revisions by the API."""

from collections.abc import Callable

import pytest

from coretech.apps.reports.models import EvaluationFinding
from tests.api.caller import Caller, problem_of
from tests.factories import cycle_factories
from tests.factories import evaluation_factories as made

Call = Callable[[str], Caller]
SLUG = made.SLUG


@pytest.fixture
def call(on_day: Callable[..., None], caller: Call) -> Call:
    on_day(made.DAY)
    return caller


def test_an_evaluation_goes_its_way(call: Call) -> None:
    made.controlled()
    controller, expert, public = call("controller-1"), call("member-05"), Caller()
    criteria = [{"zh": "目標達成", "en": "Targets", "weight": "100"}]
    given = {"plan": SLUG, "kind": "mid_term", "year": 111, "due_on": "2023-03-01", "criteria": criteria}
    problem_of(call("officer-moea").post("/evaluations", given), 403)
    where = controller.done("/evaluations", given)
    controller.done(f"{where}/evaluators", {"username": "member-05"})
    problem_of(expert.post(f"{where}/scores/{made.KEYS[0]}", {"marks": {"1": {"score": "4"}}}), 409)
    expert.done(f"{where}/interests", {"elements": [made.KEYS[1]], "text": "顧問。"})
    problem_of(expert.post(f"{where}/scores/{made.KEYS[1]}", {"marks": {"1": {"score": "4"}}}), 403)
    problem_of(expert.post(f"{where}/scores/{made.KEYS[0]}", {"marks": {"x": {"score": "4"}}}), 422)
    expert.done(f"{where}/scores/{made.KEYS[0]}", {"marks": {"1": {"score": "4"}}})

    seen = controller.read(where)
    assert (seen["own_scores"], seen["results"]) == (None, None)
    assert (seen["evaluators"][0]["scored"], seen["evaluators"][0]["closed"]) == (1, 1)
    assert expert.read(where)["own_scores"][0]["score"] == "4.00"
    problem_of(public.get(where), 404)
    problem_of(controller.post(f"{where}/compilation", {}), 422)
    controller.done(f"{where}/compilation", {"why": "其餘委員未及評分。"})
    results = controller.read(where)["results"]
    assert (results["mean"], results["elements"][0]["thin"]) == ("80.00", True)

    finding = {"text": "偏低。", "recommendation": "改善。", "agency": "moea", "due_on": "2023-03-31"}
    controller.done(f"{where}/findings", finding)
    number = EvaluationFinding.objects.get().pk
    officer = call("officer-moea")
    assert officer.read(where)["results"] is None
    found = officer.done(
        f"/evaluations/findings/{number}/follow-ups", {"step": "answer_done", "text": "完成。"}
    )
    assert officer.read(found)["standing"]["code"] == "done"
    controller.done(f"{where}/report", {"document_no": "院字第1號", "reported_on": "2023-02-01"})
    assert public.read(where)["results"]["mean"] == "80.00"
    assert [each["document_no"] for each in public.read("/evaluations")] == ["院字第1號"]


@pytest.mark.usefixtures("call")
def test_a_year_is_read_by_chapter() -> None:
    cycle = cycle_factories.published(cycle_factories.opened())

    found = Caller().read(f"/plans/{cycle.plan.slug}/years/111")
    assert (found["period"], found["chapters"][0]["measures"]) == ("111-q1", 1)
    problem_of(Caller().get(f"/plans/{cycle.plan.slug}/years/112"), 404)


def test_a_revision_is_foreseen_judged_and_listed(call: Call) -> None:
    plan = made.controlled()
    controller = call("controller-1")
    problem_of(controller.get(f"/plans/{SLUG}/revision"), 409)
    made.revised(plan, *made.RENUMBERED)
    problem_of(call("office").get(f"/plans/{SLUG}/revision"), 403)
    foreseen = controller.read(f"/plans/{SLUG}/revision")
    judged = {each["name"]: each["same"] for each in foreseen["doubts"]}
    given = {
        "seen": foreseen["seen"],
        "judged": judged,
        "document_no": "院字第2號",
        "approved_on": "2023-02-01",
    }
    problem_of(controller.post(f"/plans/{SLUG}/revisions", given | {"why": "修正。", "judged": {}}), 422)
    where = controller.done(f"/plans/{SLUG}/revisions", given | {"why": "修正。"})

    (revision,) = Caller().read(where)
    assert (revision["before"], revision["after"], revision["document_no"]) == (1, 2, "院字第2號")
    assert revision["counts"]["dropped"] == 3
