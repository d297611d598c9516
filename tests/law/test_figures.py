"""Every figure of the law is read from the data: amended alone, it turns a no into a yes."""

from datetime import date
from pathlib import Path

import pytest

from coretech.law import ask
from coretech.law.parameters import ENACTED, Parameters
from tests.law.given import amend

DAY = date(2027, 1, 1)

MEMBER = {"role": "council_member", "category": 4}
THREE_YEARS = {"start": "2024-01-01", "end": "2026-12-31"}
NO_MEETING: dict[str, object] = {"year": 2025, "regular": [], "extraordinary": []}
PANEL: dict[str, object] = {"convener": "head", "groups": []}

Amended = tuple[str, str, dict[str, object]]

AMENDED: dict[str, Amended] = {
    "council.members_min": (
        "15",
        "council.composition",
        {"members_in_office": 15, "convener_post": "minister"},
    ),
    "council.members_max": (
        "28",
        "council.composition",
        {"members_in_office": 28, "convener_post": "minister"},
    ),
    "council.convener_post": (
        '"deputy_minister"',
        "council.composition",
        {"members_in_office": 25, "convener_post": "deputy_minister"},
    ),
    "council.fees": ('["monthly_salary"]', "council.payment", {"kind": "monthly_salary"}),
    "council.term_years": ("3", "term.length", {**MEMBER, **THREE_YEARS}),
    "council.adviser_term_years": ("3", "term.length", {"role": "adviser", **THREE_YEARS}),
    "council.renewals": ("2", "term.renewal", {**MEMBER, "consecutive_full_terms": 2}),
    "council.representatives": ("[4]", "term.renewal", {**MEMBER, "consecutive_full_terms": 9}),
    "council.directors": ("2", "office.director", {"count": 2}),
    "meeting.quorum_share": ('"1/3"', "meeting.quorum", {"members_in_office": 24, "present": 8}),
    "meeting.majority_share": (
        '"1/3"',
        "meeting.resolution",
        {"members_in_office": 25, "entitled_present": 12, "for": 5, "against": 5, "abstain": 2},
    ),
    "meeting.council_per_year": ("0", "duty.annual_meeting", {"body": "council", **NO_MEETING}),
    "meeting.panel_per_year": ("0", "duty.annual_meeting", {"body": "panel", **NO_MEETING}),
    "meeting.stand_in_categories": (
        "[5]",
        "stand_in.admission",
        {"member_category": 5, "cause": "ill", "designated_by": "body"},
    ),
    "panel.people_min": ("4", "panel.composition", {"people": 4, **PANEL}),
    "panel.people_max": ("12", "panel.composition", {"people": 12, **PANEL}),
    "recusal.degree": (
        "3",
        "recusal.required",
        {"kinship": ["parent", "child", "child"], "forum": "council", "matter": "identify"},
    ),
    "dossier.compulsory": ('["definition"]', "dossier.completeness", {"parts": ["definition"]}),
    "dossier.announcer": (
        '"nstc"',
        "announcement.effect",
        {"council_approved": True, "announced_by": "nstc"},
    ),
}


@pytest.mark.parametrize("name", AMENDED)
def test_a_figure_amended_alone_turns_a_no_into_a_yes(tmp_path: Path, name: str) -> None:
    value, question, facts = AMENDED[name]
    amend(tmp_path, name, value)
    assert ask(question, facts, as_of=DAY).outcome == "no"
    assert ask(question, facts, as_of=DAY, parameters=Parameters(tmp_path)).outcome == "yes"


def test_the_categories_are_read_from_the_data_too(tmp_path: Path) -> None:
    amend(tmp_path, "council.categories", "[1, 2]")
    facts = {"members_in_office": 25, "convener_post": "minister", "categories": [1]}
    ruling = ask("council.composition", facts, as_of=DAY, parameters=Parameters(tmp_path))
    assert ruling.values["missing_categories"] == [2]


def test_no_figure_goes_untried() -> None:
    assert set(ENACTED.all) == {*AMENDED, "council.categories"}
