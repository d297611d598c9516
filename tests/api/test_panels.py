"""A panel by the API alone: its rules, its agenda, its opinion and its decision."""

from collections.abc import Callable

import pytest

from coretech.apps.cases.models import PanelReview
from tests import factories
from tests.api.caller import Caller, json_of, problem_of
from tests.factories import panel_factories as panels

Callers = Callable[[str], Caller]
RULES = {"valid_from": "2025-06-03", "quorum": "half", "majority": "votes_cast"}


def test_an_agency_settles_its_panels_rules_and_anybody_of_the_panel_reads_those_of_any_day(
    caller: Callers,
) -> None:
    address = f"/panels/{panels.panel().pk}"
    caller("agency-nstc").done(f"{address}/rules", RULES | {"term_months": 36})
    member = caller(panels.member(2))

    assert [each["agency"] for each in member.read("/panels")["items"]] == ["nstc"]
    assert member.read(address)["rules"] is None
    later = member.read(f"{address}?on=2025-06-03")
    assert later["rules"]["majority"] == "votes_cast"
    assert later["rules"]["until"] is None
    assert len(later["history"]) == 1
    assert later["composition"]["question"] == "panel.composition"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"valid_from": "2025-06-02"}, "valid_from"),
        ({"quorum": "all"}, "quorum"),
        ({"term_months": 0}, "term_months"),
        ({"majority": None}, "majority"),
    ],
)
def test_rules_that_cannot_be_are_refused_at_their_field(
    caller: Callers, change: dict[str, object], field: str
) -> None:
    response = caller("agency-nstc").post(f"/panels/{panels.panel().pk}/rules", RULES | change)

    assert problem_of(response, 422)["field"] == field


@pytest.mark.parametrize(("username", "status"), [("office", 403), ("member-02", 403), ("agency-moea", 404)])
def test_a_panel_is_closed_to_everybody_else(caller: Callers, username: str, status: int) -> None:
    stranger, address = caller(username), f"/panels/{panels.panel().pk}"

    problem_of(stranger.get(address), status)
    problem_of(stranger.post(f"{address}/rules", RULES), status)


def test_a_member_cannot_settle_the_rules(caller: Callers) -> None:
    member = caller(panels.member(1))

    problem_of(member.post(f"/panels/{panels.panel().pk}/rules", RULES), 403)


def test_a_case_goes_before_the_panel_and_its_opinion_is_what_decides(caller: Callers) -> None:
    panels.settle("half", "more_than_half")
    case, meeting, agency = panels.ready_case(), panels.called(), caller("agency-nstc")

    agency.done(f"/cases/{case.reference}/panel-agenda-place", {"meeting": meeting.pk})
    item = case.items.get()
    assert agency.read(f"/items/{item.pk}/opinion")["text"] is None
    agency.done(
        f"/items/{item.pk}/opinion", {"text": "In favour.", "conditions": "Add the market's figures."}
    )

    problem_of(caller(panels.member(1)).get(f"/items/{item.pk}/opinion"), 403)
    panels.attend(meeting, 5)
    agency.done(f"/meetings/{meeting.pk}/opening")
    panels.declared(item, 5)
    opinion = caller(panels.member(1)).read(f"/items/{item.pk}/opinion")
    assert opinion["conditions"] == "Add the market's figures."
    assert opinion["parts"] == dict.fromkeys(factories.PARTS, 1)


def test_an_item_of_the_council_has_no_opinion(caller: Callers) -> None:
    item = factories.listed_item(factories.checked_case(factories.addition()), factories.called_meeting())

    problem_of(caller("office").get(f"/items/{item.pk}/opinion"), 409)


def test_a_review_held_outside_is_held_against_the_agencys_own_rules(caller: Callers) -> None:
    panels.settle("half", "two_thirds")
    case = panels.ready_case()
    review = {
        "held_on": factories.DAY.isoformat(),
        "present": 9,
        "in_favour": 5,
        "recused": 2,
        "opinion": "In favour.",
        "conditions": "Add the market's figures.",
    }
    address = f"/cases/{case.reference}/panel-review"

    agency = caller("agency-nstc")
    problem = problem_of(agency.post(address, review | {"recused": 1}), 422)
    assert (problem["field"], problem["ruling"]["question"]) == ("in_favour", "panel.resolution")
    assert json_of(agency.post(address, review))["act"]["kind"] == "case.reviewed_by_panel"
    assert PanelReview.objects.get().against == 2
