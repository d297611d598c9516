"""What the Office looks for in a submission, and what a returned case asks its agency for."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.invite_authority import invite_authority
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from tests import factories
from tests.factories import consultation_factories, dossier_factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
WANTED = "請補充國際比較。"


def submitted(authority: str = "nstc") -> Case:
    """An addition whose claims have no evidence, with a stakeholder who has not answered."""
    case = factories.draft_case(factories.addition(authority=authority))
    factories.write_dossier(case, leave_out="definition")
    claim = {"claimed": True, "argument": "a reason"}
    dossier_factories.write(case, "definition", {"national_security": claim, "defence": claim})
    return case


def handed_to_the_office(case: Case) -> Case:
    review_by_panel(
        factories.acting("agency-nstc"), case.reference, Review(factories.DAY, 9, 8, "In favour.")
    )
    submit(factories.acting("agency-nstc"), case.reference)
    return case


def page(case: Case, more: str = "check/") -> str:
    return f"/cases/{case.reference}/{more}"


def test_the_check_page_asks_whether_each_part_is_written_out(visit: Visit) -> None:
    case = handed_to_the_office(submitted())

    chinese, english = text_of(visit("office"), page(case)), text_of(visit("office"), f"/en{page(case)}")

    assert "各項寫得完整嗎？ 請檢視" in chinese
    assert "主張「第1款：國防需要」，但沒有佐證" in chinese
    assert "Is each part written out? To look at" in english


def test_the_check_page_tells_whether_the_other_authority_was_invited(visit: Visit) -> None:
    own, of_another = handed_to_the_office(submitted()), submitted(authority="moea")

    assert "不需邀請：國家科學及技術委員會自行提報。" in text_of(visit("office"), page(own))
    invite_authority(factories.acting("agency-nstc"), of_another.reference)
    handed_to_the_office(of_another)
    assert "經濟部已受邀參與研議。" in text_of(visit("office"), page(of_another))


def test_the_check_page_counts_the_stakeholders_who_have_not_answered(visit: Visit) -> None:
    case = submitted()
    consultation_factories.asked_in(case)
    handed_to_the_office(case)

    assert "徵詢的對象尚有1位未回復。" in text_of(visit("office"), page(case))


def test_whoever_does_not_check_sees_no_checklist(visit: Visit) -> None:
    case = handed_to_the_office(submitted())

    assert "查核事項" not in text_of(visit("agency-nstc"), page(case))


def test_a_returned_case_says_on_its_page_what_the_office_asks_for_until_it_is_submitted_again(
    visit: Visit,
) -> None:
    case = handed_to_the_office(submitted())
    check_submission(factories.acting("office"), case.reference, passed=False, note=WANTED)

    assert WANTED in text_of(visit("agency-nstc"), page(case, ""))
    assert "The Office returned the case" in text_of(visit("agency-nstc"), f"/en{page(case, '')}")
    submit(factories.acting("agency-nstc"), case.reference)
    assert WANTED not in text_of(visit("agency-nstc"), page(case, ""))


def test_a_case_that_waits_for_its_panel_leads_to_the_panel_s_agenda_first(visit: Visit) -> None:
    case = submitted()

    chinese = text_of(visit("agency-nstc"), page(case, ""))
    english = text_of(visit("agency-nstc"), f"/en{page(case, '')}")

    assert chinese.index("排入專家審查會議程") < chinese.index("涉及的項目")
    assert "where it met elsewhere, record what it found" in english
    assert "排入專家審查會議程" not in text_of(visit("office"), page(case, ""))
