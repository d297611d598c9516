"""What is refused: a sentence in both languages, and nothing written."""

import datetime as dt

import pytest

from coretech.apps.audit.operation import AlreadyDone
from coretech.apps.cases.models import Comment
from coretech.apps.cases.operations.comment import comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.operations.invite_authority import invite_authority
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.register.operations.announce import Notice, announce
from tests import factories
from tests.apps.refusing import refused

pytestmark = pytest.mark.usefixtures("stage")

DAY = factories.DAY


def test_a_dossier_with_a_missing_part_cannot_go_to_the_panel() -> None:
    case = factories.draft_case(factories.renaming())
    factories.write_dossier(case, leave_out="functions")

    refusal = refused(
        lambda: review_by_panel(factories.acting("agency-nstc"), case.reference, Review(DAY, 9, 9, "yes"))
    )

    assert refusal.status == 409
    assert refusal.ruling is not None
    assert refusal.ruling.as_dict()["values"]["missing"] == ["functions"]


def test_a_dossier_without_a_limb_of_the_definition_cannot_be_submitted() -> None:
    case, agency = factories.draft_case(factories.renaming()), factories.acting("agency-nstc")
    factories.write_dossier(case, leave_out="definition")
    write_part(agency, case.reference, "definition", "no limb", harms=("national_security",))
    review_by_panel(agency, case.reference, Review(DAY, 9, 8, "In favour."))

    refusal = refused(lambda: submit(factories.acting("agency-nstc"), case.reference))

    assert refusal.ruling is not None
    assert refusal.ruling.cited == "NSA 3.3"


def test_a_case_cannot_be_submitted_before_its_panel_has_met() -> None:
    case = factories.draft_case(factories.renaming())
    factories.write_dossier(case)

    refusal = refused(lambda: submit(factories.acting("agency-nstc"), case.reference))

    assert refusal.ruling is not None
    assert "8.1" in refusal.ruling.cited


def test_a_panel_that_is_not_in_favour_stops_the_case() -> None:
    case = factories.draft_case(factories.renaming())
    factories.write_dossier(case)

    review = Review(DAY, present=8, in_favour=4, opinion="divided")

    assert (
        refused(lambda: review_by_panel(factories.acting("agency-nstc"), case.reference, review)).field
        == "in_favour"
    )


def test_a_case_that_is_not_approved_cannot_be_announced() -> None:
    case = factories.checked_case(factories.renaming())

    refusal = refused(
        lambda: announce(factories.acting("announcer"), Notice((case.reference,), "示範字第1號", DAY, DAY))
    )

    assert "預告" in refusal.sentence.zh


def test_an_announcement_waits_for_the_end_of_the_comment_period() -> None:
    case = factories.pre_announced_case(factories.renaming())
    notice = Notice((case.reference,), "示範字第1號", DAY, DAY)

    assert "1 August 2025" in refused(lambda: announce(factories.acting("announcer"), notice)).sentence.en


def test_an_announcement_waits_for_every_comment_to_be_answered() -> None:
    case = factories.pre_announced_case(factories.renaming())
    comment(factories.acting("public"), case.pre_announcements.get().pk, "Too wide.")
    day = dt.date(2025, 9, 1)
    notice = Notice((case.reference,), "示範字第1號", day, day)
    refused(lambda: announce(factories.acting("announcer", day), notice))

    dispose_comment(factories.acting("office", day), Comment.objects.get().pk, "noted", "Thank you.")
    announce(factories.acting("announcer", day), notice)

    case.refresh_from_db()
    assert case.state == "announced"


def test_comments_are_not_taken_after_the_last_day() -> None:
    case = factories.pre_announced_case(factories.renaming())
    late = factories.acting("public", dt.date(2025, 8, 2))

    refused(lambda: comment(late, case.pre_announcements.get().pk, "Too late."))


def test_a_double_click_writes_once() -> None:
    case = factories.reviewed_case(factories.renaming())
    by = factories.acting("agency-nstc", once="the same form")
    first = submit(by, case.reference)

    with pytest.raises(AlreadyDone) as caught:
        submit(by, case.reference)

    assert caught.value.act == first


def test_the_second_of_two_clerks_is_told_that_the_case_has_moved() -> None:
    case = factories.draft_case(factories.renaming())
    by = factories.acting("agency-nstc")
    write_part(by, case.reference, "description", "first clerk", seen=case.lock)

    refusal = refused(lambda: write_part(by, case.reference, "description", "second clerk", seen=case.lock))

    assert "更新" in refusal.sentence.zh


def test_another_agency_cannot_write_the_dossier() -> None:
    case = factories.draft_case(factories.renaming())

    refusal = refused(
        lambda: write_part(factories.acting("agency-moea"), case.reference, "description", "mine")
    )

    assert refusal.status == 403


def test_a_candidate_becomes_one_case_only() -> None:
    case = factories.draft_case(factories.renaming())

    assert (
        case.reference
        in refused(lambda: open_case(factories.acting("agency-nstc"), case.candidate_id)).sentence.en
    )


def test_a_withdrawn_case_goes_no_further() -> None:
    case = factories.reviewed_case(factories.renaming())
    withdraw(factories.acting("agency-nstc"), case.reference, "It needs more work.")

    assert "撤回" in refused(lambda: submit(factories.acting("agency-nstc"), case.reference)).sentence.zh


def test_an_authority_that_is_the_submitter_is_not_invited() -> None:
    case = factories.draft_case(factories.renaming())

    refused(lambda: invite_authority(factories.acting("agency-nstc"), case.reference))


def test_the_same_document_number_serves_only_once() -> None:
    first = factories.pre_announced_case(factories.renaming())
    second = factories.approved_case(factories.addition())
    number = first.pre_announcements.get().document_number
    draft = Draft((second.reference,), number, DAY, DAY + dt.timedelta(days=60))

    assert refused(lambda: pre_announce(factories.acting("office"), draft)).field == "document_number"
