"""What stands in tables, outside functions, and so beyond the mutants: each entry makes a difference."""

from datetime import date

import pytest

from coretech.law.access import Matter, Standing, who_may
from coretech.law.catalogue import ask
from coretech.law.facts import BadFacts
from coretech.law.permissions import PERMISSIONS, Action, Bound, Role

DAY = date(2025, 6, 2)


@pytest.mark.parametrize("role", ["member", "convener", "chair", "council_member", "panel_member"])
def test_even_read_as_binding_members_only_the_agreement_binds_every_kind_of_member(role: str) -> None:
    facts = {"role": role, "nda_signed_on": None, "nda_signed_by": None, "meeting_on": "2025-06-02"}

    ruling = ask("meeting.admission", facts, as_of=DAY)

    assert ruling.as_dict()["readings"]["members-only"] == "no"


@pytest.mark.parametrize("role", ["observer", "adviser", "staff", "stand_in"])
def test_read_as_binding_members_only_the_agreement_binds_nobody_else(role: str) -> None:
    facts = {"role": role, "nda_signed_on": None, "nda_signed_by": None, "meeting_on": "2025-06-02"}

    ruling = ask("meeting.admission", facts, as_of=DAY)

    assert ruling.as_dict()["readings"]["members-only"] == "yes"


@pytest.mark.parametrize("text", ["２０２５-06-02", "2025-06-021", "20250602", "2025-W23-1"])
def test_a_day_in_facts_is_written_in_plain_iso_form(text: str) -> None:
    facts = {"role": "member", "nda_signed_on": None, "nda_signed_by": None, "meeting_on": text}

    with pytest.raises(BadFacts):
        ask("meeting.admission", facts, as_of=DAY)


@pytest.mark.parametrize("action", [action for action in Action if PERMISSIONS[action].bound is Bound.ALL])
def test_a_power_over_everything_needs_no_agency(action: Action) -> None:
    for role in PERMISSIONS[action].roles:
        ruling = who_may(action, Standing(roles=frozenset({role})), Matter(), DAY)

        assert ruling.is_yes


@pytest.mark.parametrize("action", [action for action in Action if PERMISSIONS[action].bound is Bound.AGENCY])
def test_a_power_over_an_agencys_matters_ends_at_the_next_agency(action: Action) -> None:
    elsewhere = Standing(roles=frozenset({Role.AGENCY_OFFICER}), agencies=frozenset({"moea"}))

    assert not who_may(action, elsewhere, Matter(agencies=frozenset({"nstc"})), DAY).is_yes


def test_the_powers_bound_to_an_agency_are_these() -> None:
    bound = {action.value for action, permission in PERMISSIONS.items() if permission.bound is Bound.AGENCY}

    assert bound == {
        "body.appoint_to_panel",
        "body.designate_stand_in",
        "body.set_panel_rules",
        "case.consult",
        "case.grant_access",
        "case.open",
        "case.reopen",
        "case.review_by_panel",
        "case.submit",
        "case.withdraw",
        "case.write_dossier",
        "inventory.keep",
        "inventory.record_candidate",
        "inventory.judge_find",
        "inventory.screen",
        "profile.keep",
        "scope.advise",
        "scope.handle",
        "panel.read",
        "panel.run",
        "panel.sit",
        "people.read_postings",
        "register.review_item",
        "register.note_scope",
        "request.answer",
        "plan.define_indicator",
        "plan.set_lights",
        "plan.open_period",
        "plan.revise",
        "sheet.fill",
        "sheet.read",
        "sheet.sign",
        "sheet.check",
        "sheet.amend",
        "issue.raise",
        "issue.settle",
        "coordination.run",
        "evaluation.run",
        "evaluation.answer",
        "budget.record",
        "supply.keep",
        "supply.file_return",
    }
