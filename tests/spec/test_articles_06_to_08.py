"""Articles 6 to 8: announcement, dossiers and panels."""

import pytest

from tests.spec.asking import NO, YES, articles, outcome, readings, ruling, warnings

COMPULSORY = ["description", "characteristics", "functions", "definition", "stakeholder_views"]
GROUPS = ["agency", "expert", "industry"]


@pytest.mark.parametrize(
    ("approved", "announced_by", "expected"),
    [
        (True, "executive_yuan", YES),
        (True, "nstc", NO),
        (True, None, NO),
        (False, "executive_yuan", NO),
        (False, None, NO),
    ],
)
def test_only_what_the_council_approved_and_the_executive_yuan_announced_is_in_force(
    *, approved: bool, announced_by: str | None, expected: str
) -> None:
    facts = {"council_approved": approved, "announced_by": announced_by}
    assert outcome("announcement.effect", **facts) == expected
    assert outcome("change.removal", **facts) == expected
    assert readings("change.removal", **facts) == {"removal-not-regulated": NO}


@pytest.mark.parametrize("part", COMPULSORY)
def test_each_of_the_five_parts_is_compulsory(part: str) -> None:
    filed = [each for each in [*COMPULSORY, "other_references"] if each != part]
    found = ruling("dossier.completeness", parts=filed)
    assert (found.outcome, found.values["missing"], found.warnings) == (NO, [part], ())
    assert not found.disputed


def test_missing_parts_are_named_in_the_order_of_the_article() -> None:
    assert ruling("dossier.completeness", parts=[]).values["missing"] == COMPULSORY
    assert "還缺5個" in ruling("dossier.completeness", parts=[]).reason.zh
    assert "5 are missing" in ruling("dossier.completeness", parts=[]).reason.en


def test_other_references_may_be_none_with_a_warning() -> None:
    assert outcome("dossier.completeness", parts=COMPULSORY) == YES
    assert warnings("dossier.completeness", parts=COMPULSORY) == ["no-other-references"]
    assert readings("dossier.completeness", parts=COMPULSORY) == {"other-references-required": NO}


def test_a_full_dossier_is_complete_on_every_reading() -> None:
    found = ruling("dossier.completeness", parts=[*COMPULSORY, "other_references"])
    assert (found.outcome, found.warnings, found.disputed) == (YES, (), False)


ACCEPTABLE = {"complete": True, "via": "office", "panel_review": True, "submitter": "agency"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, YES),
        ({"complete": False}, NO),
        ({"via": "council"}, NO),
        ({"panel_review": False}, NO),
        ({"submitter": "office"}, YES),
        ({"submitter": "office", "panel_review": False}, YES),
        ({"submitter": "office", "complete": False}, NO),
        ({"submitter": "office", "via": "council"}, NO),
    ],
)
def test_a_dossier_comes_complete_through_the_office_and_an_agencys_after_its_panel(
    change: dict[str, object], expected: str
) -> None:
    assert outcome("dossier.acceptance", **ACCEPTABLE | change) == expected
    assert articles("dossier.acceptance", **ACCEPTABLE | change) == ["7.1", "8.1"]


def test_the_office_needs_no_panel_unless_it_needs_one_like_an_agency() -> None:
    facts = ACCEPTABLE | {"submitter": "office", "panel_review": False}
    assert readings("dossier.acceptance", **facts) == {"office-needs-panel": NO}
    assert readings("dossier.acceptance", **facts | {"panel_review": True}) == {"office-needs-panel": YES}
    assert readings("dossier.acceptance", **ACCEPTABLE) == {}


def test_an_uninvited_other_authority_warns_unless_the_invitation_is_required() -> None:
    facts = ACCEPTABLE | {"other_authority_proposed": True}
    assert outcome("dossier.acceptance", **facts) == YES
    assert warnings("dossier.acceptance", **facts) == ["other-authority-not-invited"]
    assert readings("dossier.acceptance", **facts) == {"invitation-required": NO}
    invited = facts | {"other_authority_invited": True}
    assert warnings("dossier.acceptance", **invited) == []
    assert readings("dossier.acceptance", **invited) == {"invitation-required": YES}


def test_everything_that_is_lacking_is_named() -> None:
    reason = ruling(
        "dossier.acceptance", complete=False, via="council", panel_review=False, submitter="agency"
    ).reason
    assert all(word in reason.zh for word in ("資料尚未齊備", "未經關鍵技術辦公室", "專家審查會"))
    assert all(word in reason.en for word in ("not complete", "through the Office", "panel"))


@pytest.mark.parametrize(
    ("harms", "limbs", "expected"),
    [
        (["national_security"], [1], YES),
        (["industrial_competitiveness", "economic_development"], [1, 2], YES),
        (["economic_development"], [], NO),
        ([], [2], NO),
        ([], [], NO),
    ],
)
def test_the_definition_wants_a_harm_and_a_limb(harms: list[str], limbs: list[int], expected: str) -> None:
    assert outcome("dossier.definition", harms=harms, limbs=limbs) == expected
    assert articles("dossier.definition", harms=harms, limbs=limbs) == ["NSA 3.3"]


@pytest.mark.parametrize(
    ("people", "inside", "on_top"),
    [(0, NO, NO), (4, NO, NO), (5, YES, NO), (6, YES, YES), (11, YES, YES), (12, NO, YES), (13, NO, NO)],
)
def test_a_panel_has_5_to_11_members_the_convener_among_them(people: int, inside: str, on_top: str) -> None:
    facts = {"people": people, "convener": "head", "groups": GROUPS}
    assert outcome("panel.composition", **facts) == inside
    assert readings("panel.composition", **facts)["convener-on-top"] == on_top


def test_a_panel_without_a_convener_is_none_on_any_reading() -> None:
    found = ruling("panel.composition", people=7, convener=None, groups=GROUPS)
    assert (found.outcome, found.disputed) == (NO, False)


@pytest.mark.parametrize("group", GROUPS)
def test_a_missing_group_warns_unless_each_is_needed(group: str) -> None:
    facts = {"people": 7, "convener": "head", "groups": [each for each in GROUPS if each != group]}
    found = ruling("panel.composition", **facts)
    assert (found.outcome, found.values["missing_groups"]) == (YES, [group])
    assert warnings("panel.composition", **facts) == ["group-missing"]
    assert readings("panel.composition", **facts)["each-group"] == NO


def test_a_delegate_from_outside_warns_unless_the_delegate_must_be_staff() -> None:
    facts = {"people": 7, "groups": GROUPS}
    assert warnings("panel.composition", **facts, convener="outside_delegate") == ["outside-delegate"]
    assert readings("panel.composition", **facts, convener="outside_delegate")["delegate-is-staff"] == NO
    for convener in ("head", "staff_delegate"):
        assert warnings("panel.composition", **facts, convener=convener) == []
        assert readings("panel.composition", **facts, convener=convener)["delegate-is-staff"] == YES


def test_no_reading_mends_a_panel_of_the_wrong_size() -> None:
    found = readings("panel.composition", people=20, convener="head", groups=GROUPS)
    assert set(found.values()) == {NO}
