"""Articles 5.1, 8.3, 9 and 10: what is owed every year, and how a change is brought."""

import pytest

from coretech.law import BadFacts
from tests.spec.asking import NO, NOT_APPLICABLE, YES, articles, outcome, readings, ruling, warnings

BOUND = ["funding_agency", "public_institute"]


@pytest.mark.parametrize("body", ["council", "panel"])
@pytest.mark.parametrize(
    ("regular", "extraordinary", "expected", "any_meeting"),
    [
        (["2024-01-01"], [], YES, YES),
        (["2024-12-31"], [], YES, YES),
        (["2023-12-31", "2025-01-01"], [], NO, NO),
        ([], ["2024-05-01"], NO, YES),
        ([], ["2023-05-01"], NO, NO),
        ([], [], NO, NO),
    ],
)
def test_a_regular_meeting_in_the_calendar_year_is_owed(
    body: str, regular: list[str], extraordinary: list[str], expected: str, any_meeting: str
) -> None:
    facts = {"body": body, "year": 2024, "regular": regular, "extraordinary": extraordinary}
    assert outcome("duty.annual_meeting", **facts) == expected
    assert readings("duty.annual_meeting", **facts) == {"any-meeting": any_meeting}


@pytest.mark.parametrize(("body", "article"), [("council", "5.1"), ("panel", "8.3")])
def test_the_council_meets_by_article_5_and_a_panel_by_article_8(body: str, article: str) -> None:
    facts = {"body": body, "year": 2024, "regular": [], "extraordinary": []}
    assert articles("duty.annual_meeting", **facts) == [article]


@pytest.mark.parametrize("year", [0, 10000])
def test_a_year_the_calendar_does_not_have_is_refused(year: int) -> None:
    with pytest.raises(BadFacts, match="year"):
        ruling("duty.annual_meeting", body="council", year=year, regular=[], extraordinary=[])


@pytest.mark.parametrize("kind", BOUND)
@pytest.mark.parametrize(
    ("unit", "person", "expected"),
    [(True, True, YES), (True, False, YES), (False, True, YES), (False, False, NO)],
)
def test_a_bound_body_has_a_unit_or_a_person_for_its_inventory(
    *, kind: str, unit: bool, person: bool, expected: str
) -> None:
    facts = {"body_kind": kind, "dedicated_unit": unit, "dedicated_person": person}
    assert outcome("duty.inventory_owner", **facts) == expected


def test_other_bodies_are_not_bound() -> None:
    assert outcome("duty.inventory_owner", body_kind="other", dedicated_unit=True, dedicated_person=True) == (
        NOT_APPLICABLE
    )
    assert outcome(
        "duty.inventory_report", body_kind="other", candidates=0, panel_review=True, reported_via_office=True
    ) == (NOT_APPLICABLE)
    assert (
        outcome("duty.inventory_interval", body_kind="other", year=2025, inventory_years=[2025])
        == NOT_APPLICABLE
    )


@pytest.mark.parametrize("candidates", [0, 1, 5])
@pytest.mark.parametrize(
    ("panel", "office", "expected"),
    [(True, True, YES), (True, False, NO), (False, True, NO), (False, False, NO)],
)
def test_an_inventory_is_reviewed_and_reported_a_nil_one_too(
    *, candidates: int, panel: bool, office: bool, expected: str
) -> None:
    facts = {
        "body_kind": "funding_agency",
        "candidates": candidates,
        "panel_review": panel,
        "reported_via_office": office,
    }
    assert outcome("duty.inventory_report", **facts) == expected
    assert readings("duty.inventory_report", **facts) == ({} if candidates else {"nil-report-guidance": YES})


def test_the_nil_report_stands_in_the_explanation_only() -> None:
    facts = {"body_kind": "public_institute", "panel_review": True, "reported_via_office": True}
    levels = {
        candidates: ruling("duty.inventory_report", **facts, candidates=candidates).articles[0].level
        for candidates in (0, 1)
    }
    assert levels == {0: "explanation", 1: "text"}


@pytest.mark.parametrize(
    ("years", "expected", "by_body", "last"),
    [([2025], YES, YES, 2025), ([2024], NO, YES, 2024), ([], NO, NO, None), ([2026], NO, NO, None)],
)
def test_an_inventory_is_taken_every_year_unless_the_body_sets_the_interval(
    years: list[int], expected: str, by_body: str, last: int | None
) -> None:
    facts = {"body_kind": "funding_agency", "year": 2025, "inventory_years": years}
    assert outcome("duty.inventory_interval", **facts) == expected
    assert readings("duty.inventory_interval", **facts) == {"set-by-body": by_body}
    assert ruling("duty.inventory_interval", **facts).values == {"last": last}


@pytest.mark.parametrize(
    ("items", "reviewed", "missing"),
    [
        (["18", "19"], ["18", "19"], []),
        (["18", "19"], ["19"], ["18"]),
        (["19", "18", "20"], [], ["19", "18", "20"]),
        (["18", "18"], [], ["18"]),
        ([], [], []),
    ],
)
def test_every_item_is_reviewed_every_year(items: list[str], reviewed: list[str], missing: list[str]) -> None:
    found = ruling("duty.annual_review", items=items, reviewed=reviewed)
    assert found.values == {"missing": missing}
    assert found.outcome == (NO if missing else YES)


def test_a_review_of_somebody_elses_item_warns() -> None:
    assert warnings("duty.annual_review", items=["18"], reviewed=["18", "7"]) == ["reviewed-not-in-charge"]
    assert warnings("duty.annual_review", items=["18"], reviewed=["18"]) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, YES),
        ({"ground": "environment_changed"}, YES),
        ({"ground": "none"}, NO),
        ({"panel_review": False}, NO),
        ({"dossier_complete": False}, NO),
    ],
)
def test_a_change_needs_a_ground_a_panel_and_a_complete_dossier(
    change: dict[str, object], expected: str
) -> None:
    facts = {"ground": "holder_request", "panel_review": True, "dossier_complete": True}
    assert outcome("change.route", **facts | change) == expected
    assert articles("change.route", **facts | change) == ["10.2"]


def test_the_authority_need_not_act_on_a_request_unless_it_is_a_duty() -> None:
    assert outcome("change.request", requested=True) == NO
    assert readings("change.request", requested=True) == {"duty-to-process": YES}
    assert outcome("change.request", requested=False) == NOT_APPLICABLE
