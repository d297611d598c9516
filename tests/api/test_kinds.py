"""What a case would change, by the API: technologies, amendments, going back, proposing again, the report."""

from collections.abc import Callable

from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.withdraw import withdraw
from tests import factories
from tests.api.caller import Caller, problem_of
from tests.factories import kinds_factories

Callers = Callable[[str], Caller]


def result(name: str, scope: str = "") -> dict[str, str]:
    return {
        "name_zh": name,
        "name_en": f"{name} in English",
        "sector": "space",
        "authority": "nstc",
        "scope_zh": scope,
    }


def renaming() -> Case:
    return kinds_factories.drafted(kinds_factories.change_of(12, "name", name_zh=factories.NEW_NAME))


def test_a_split_is_recorded_opened_and_named(caller: Callers) -> None:
    officer = caller("agency-nstc")
    listed = kinds_factories.newest(12)
    found = {
        "agency": "nstc",
        "kind": "change",
        "aspect": "split",
        "name_zh": listed.name_zh,
        "name_en": listed.name_en,
        "sector": "space",
        "authority": "nstc",
        "why": "Two technologies by now.",
        "technology": listed.item.technology_id,
        "ground": "environment_changed",
    }

    candidate = officer.done("/candidates", found)
    case = officer.done(f"{candidate}/case")
    officer.done(f"{case}/technologies", {"results": [result(name) for name in kinds_factories.SPLIT_NAMES]})

    told = officer.read(f"{case}/technologies")
    assert officer.read(candidate)["aspect"] == told["aspect"] == "split"
    assert [each["name"]["zh"] for each in told["sources"]] == [listed.name_zh]
    assert tuple(each["name"]["zh"] for each in told["results"]) == kinds_factories.SPLIT_NAMES


def test_an_amendment_is_the_offices_and_before_the_vote(caller: Callers) -> None:
    case = kinds_factories.checked(renaming())
    kinds_factories.before_the_council(case)
    given = {"results": [result("合成孔徑雷達系統技術", "限系統級。")], "why": "Shorter."}
    address = f"/cases/{case.reference}"

    problem_of(caller("agency-nstc").post(f"{address}/amendment", given), 403)
    caller("office").done(f"{address}/amendment", given)

    told = caller("office").read(f"{address}/technologies")
    assert told["results"][0]["scope"]["zh"] == "限系統級。"


def test_an_ended_case_has_a_successor_and_an_approved_one_may_go_back(caller: Callers) -> None:
    ended, approved = renaming(), kinds_factories.approved(renaming())
    withdraw(factories.acting("agency-nstc"), ended.reference, "Not yet.")

    new = caller("agency-nstc").done(f"/cases/{ended.reference}/successor", {"why": "Now."})
    caller("office").done(f"/cases/{approved.reference}/council-return", {"why": "The list moved on."})

    assert caller("agency-nstc").read(new)["follows"] == ended.reference
    assert caller("office").read(f"/cases/{approved.reference}")["state"]["code"] == "deferred"


def test_the_report_stands_with_the_announcement(caller: Callers) -> None:
    letter = {"document_number": "院臺科字第1號", "sent_on": "2025-06-02"}

    caller("announcer").done("/announcements/1/legislature-report", letter)

    assert caller("member-02").read("/announcements/1")["legislature_report"] == letter
    problem_of(caller("announcer").post("/announcements/1/legislature-report", letter), 409)


def test_the_versions_of_a_split_item_say_where_it_goes_on(caller: Callers) -> None:
    case = kinds_factories.drafted(kinds_factories.change_of(12, "split"))
    kinds_factories.name(case, kinds_factories.split_results())
    kinds_factories.brought_to_the_list(case)
    public = caller("member-02")

    assert public.read("/register/12/versions")[-1]["continued_by"] == [23, 24]
    assert public.read("/register/23/versions")[0]["continues"] == [12]
    changed = public.read("/register/diff?from=2025-08-31&to=2025-09-01")
    assert [(each["no"], each["kind"]) for each in changed] == [(12, "split"), (23, "added"), (24, "added")]
