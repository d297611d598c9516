"""Who may see and do what, over the whole cast."""

from dataclasses import replace

import pytest

from coretech.apps.bodies.models import Appointment
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.queries import visible_cases
from coretech.apps.inventory.queries import visible_candidates
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.queries import dossier_ruling, visible_meetings
from coretech.kit.refusal import Refused
from coretech.law.access import Role
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")

CAST = [
    "public",
    "office",
    "agency-nstc",
    "agency-moea",
    "member-01",
    "member-02",
    "announcer",
    "administrator",
]


def readers(see: object) -> set[str]:
    """Who of the cast gets anything from a query."""
    assert callable(see)
    return {name for name in CAST if see(factories.acting(name)).exists()}


def test_a_draft_is_known_to_its_agency_and_the_office_only() -> None:
    factories.draft_case(factories.renaming())

    assert readers(visible_cases) == {"office", "agency-nstc"}
    assert readers(visible_candidates) == {"office", "agency-nstc"}


def test_a_case_on_the_agenda_is_known_to_the_members() -> None:
    factories.listed_item(factories.checked_case(factories.renaming()), factories.called_meeting())

    assert readers(visible_cases) == {"office", "agency-nstc", "member-01", "member-02"}
    assert readers(visible_meetings) == {"office", "member-01", "member-02"}


def test_an_invited_authority_comes_to_know_the_case() -> None:
    case = factories.draft_case(factories.addition(authority="moea"))
    assert "agency-moea" not in readers(visible_cases)

    case.other_authority_invited = True
    case.save()

    assert "agency-moea" in readers(visible_cases)


def test_a_dossier_opens_to_a_member_only_after_the_declaration() -> None:
    case = factories.checked_case(factories.renaming())
    item = factories.listed_item(case, factories.called_meeting())
    assert dossier_ruling(factories.acting("member-02"), case).cited.endswith("12")

    declare(factories.acting("member-02"), item.pk, Interest(interest=False))

    assert dossier_ruling(factories.acting("member-02"), case).is_yes


def test_a_dossier_closes_to_a_member_who_is_recused() -> None:
    case = factories.checked_case(factories.renaming())
    item = factories.listed_item(case, factories.called_meeting())

    declare(factories.acting("member-02"), item.pk, Interest(interest=True, kinship=("spouse",)))

    assert not dossier_ruling(factories.acting("member-02"), case).is_yes


def test_a_dossier_stays_closed_to_a_member_who_has_not_signed() -> None:
    case = factories.checked_case(factories.renaming())
    factories.listed_item(case, factories.called_meeting())

    assert dossier_ruling(factories.acting("member-07"), case).cited.endswith("11")


@pytest.mark.parametrize("name", ["public", "agency-moea", "announcer", "administrator"])
def test_a_dossier_is_closed_to_everybody_who_is_not_named_to_the_case(name: str) -> None:
    case = factories.checked_case(factories.renaming())

    assert not dossier_ruling(factories.acting(name), case).is_yes


def test_a_members_role_ends_with_the_term() -> None:
    last = Appointment.objects.filter(person__account__username="member-02").get().end

    assert Role.COUNCIL_MEMBER in factories.acting("member-02", last).standing.roles
    assert factories.acting("member-02", last.replace(day=last.day + 1)).standing.roles == {Role.PUBLIC}


def test_an_officer_of_one_agency_gets_no_power_over_another_through_its_panel() -> None:
    person = factories.acting("agency-moea").person_id
    chair = Appointment.objects.filter(seat__body__kind="panel", seat__body__agency__code="nstc").first()
    assert chair is not None
    Appointment.objects.filter(pk=chair.pk).update(person_id=person)
    case = factories.draft_case(factories.renaming())

    by = factories.acting("agency-moea")

    assert by.standing.panels == {"nstc"}
    with pytest.raises(Refused):
        write_part(by, case.reference, "description", "not mine to write")


def test_an_officer_who_has_not_signed_the_agreement_writes_no_dossier() -> None:
    case = factories.draft_case(factories.renaming())
    officer = factories.acting("agency-nstc")
    unsigned = replace(officer, standing=replace(officer.standing, agreement_signed=False))

    with pytest.raises(Refused) as caught:
        write_part(unsigned, case.reference, "description", "not yet")

    assert caught.value.ruling is not None
    assert caught.value.ruling.cited.endswith("11")
