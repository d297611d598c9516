"""Reading cases: the list, one case, its dossier; and who may not."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.meetings.operations.declare import Interest, declare
from tests import factories
from tests.factories import kinds_factories
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
HIDDEN = "機密參數九十九"
STEPS = ("panel-review/", "submission/", "check/", "invitation/", "withdrawal/", "agenda/")
PAGES = ("", "dossier/", "dossier/description/", *STEPS)


def with_a_secret(case: Case) -> Case:
    write_part(factories.acting("agency-nstc"), case.reference, "description", HIDDEN)
    return case


def listed_case() -> Case:
    case = with_a_secret(factories.draft_case(factories.renaming()))
    factories.write_dossier(case, leave_out="description")
    by = factories.acting("agency-nstc")
    review_by_panel(by, case.reference, Review(factories.DAY, 9, 8, HIDDEN))
    submit(by, case.reference)
    check_submission(factories.acting("office"), case.reference, passed=True, note=HIDDEN)
    factories.listed_item(case, factories.called_meeting())
    return case


def test_the_list_shows_each_reader_the_own_cases_in_both_languages(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())

    for username in ("agency-nstc", "office"):
        assert case.reference in text_of(visit(username), "/cases/")
        assert "Dossier being drafted" in text_of(visit(username), "/en/cases/")
    for username in ("agency-moea", "member-02", "announcer"):
        assert case.reference not in text_of(visit(username), "/cases/")
    assert visit("public").get("/cases/").status_code == 403


def test_the_list_says_what_of_an_item_would_change(visit: Visit) -> None:
    factories.draft_case(factories.renaming())
    kinds_factories.drafted(kinds_factories.change_of(14, "removal"))

    chinese, english = text_of(visit("office"), "/cases/"), text_of(visit("office"), "/en/cases/")

    assert "變更名稱" in chinese
    assert "廢止，自清單移除" in chinese
    assert "Take it off the list" in english


def test_the_list_can_be_narrowed_to_a_state(visit: Visit) -> None:
    draft = factories.draft_case(factories.addition())
    reviewed = factories.reviewed_case(factories.renaming())

    page = text_of(visit("office"), "/cases/?state=reviewed")

    assert reviewed.reference in page
    assert draft.reference not in page


def test_a_state_that_does_not_exist_is_told(visit: Visit) -> None:
    page = visit("office").get("/cases/?state=lost")

    assert page.status_code == 422
    assert "「狀態」請由列出的選項中選擇。" in page.text


def test_a_case_says_where_it_stands_and_what_the_law_asks_next(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())

    chinese = text_of(visit("agency-nstc"), f"/cases/{case.reference}/")
    english = text_of(visit("agency-nstc"), f"/en/cases/{case.reference}/")

    assert "目前狀態：檢具資料中" in chinese
    assert "依據：第8條第1項；辦理：機關承辦人" in chinese
    assert "還缺5個" in chinese
    assert "The case stands at: Dossier being drafted" in english
    assert "12. Space-grade active phased-array antenna technology" in english


def test_a_closed_button_says_whose_step_it_is(visit: Visit) -> None:
    case = factories.reviewed_case(factories.renaming())
    submit(factories.acting("agency-nstc"), case.reference)

    page = text_of(visit("agency-nstc"), f"/cases/{case.reference}/")

    assert "尚不能辦理：這一步由關鍵技術辦公室辦理。" in page


def test_a_reader_whom_the_case_does_not_concern_finds_nothing(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())

    for username in ("public", "agency-moea", "member-02", "announcer", "administrator"):
        client = visit(username)
        assert {client.get(f"/cases/{case.reference}/{page}").status_code for page in PAGES} == {404}


@pytest.mark.parametrize("page", ["/cases/2025-9999/", "/cases/2025-9999/dossier/"])
def test_a_case_that_does_not_exist_is_not_found(visit: Visit, page: str) -> None:
    assert visit("office").get(page).status_code == 404


def test_nothing_confidential_stands_on_any_page_of_a_member_who_has_not_declared(visit: Visit) -> None:
    case, client = listed_case(), visit("member-02")

    pages = [client.get(f"/cases/{case.reference}/{page}") for page in PAGES]

    assert not [page for page in pages if HIDDEN in page.text]
    assert [page.status_code for page in pages[:3]] == [200, 403, 403]
    assert "申報有無利益關係後始得閱覽" in words_of(pages[0].content)


def test_the_dossier_opens_to_a_member_who_has_declared_and_closes_to_one_who_is_recused(
    visit: Visit,
) -> None:
    case = listed_case()
    item = case.items.get()
    declare(factories.acting("member-02"), item.pk, Interest(interest=False))
    declare(factories.acting("member-03"), item.pk, Interest(interest=True, kinship=("spouse",)))

    assert HIDDEN in text_of(visit("member-02"), f"/cases/{case.reference}/dossier/")
    refused = visit("member-03").get(f"/cases/{case.reference}/dossier/")
    assert refused.status_code == 403
    assert "應迴避本案者不得閱覽" in refused.text
    assert HIDDEN not in refused.text


def test_a_member_reads_a_part_but_is_given_no_form(visit: Visit) -> None:
    case = listed_case()
    declare(factories.acting("member-02"), case.items.get().pk, Interest(interest=False))

    page = visit("member-02").get(f"/cases/{case.reference}/dossier/description/")

    assert HIDDEN in page.text
    assert "<textarea" not in page.text


def test_the_history_tells_the_acts_with_both_dates_and_no_confidential_word(visit: Visit) -> None:
    case = listed_case()

    history = text_of(visit("agency-nstc"), f"/cases/{case.reference}/").split("經過")[-1]

    assert "民國114年6月2日（2025-06-02） 10:00 成案" in history
    assert "技術描述，第1版" in history
    assert "出席9人，贊成8人" in history
    assert "排入審議會議程" in history
    assert HIDDEN not in history


def test_the_history_goes_on_to_the_announcement(visit: Visit) -> None:
    case = factories.pre_announced_case(factories.renaming())

    history = text_of(visit("office"), f"/en/cases/{case.reference}/").split("History")[-1]

    assert "Approved by the council" in history
    assert f"Pre-announced for comments Document {case.pre_announcements.get().document_number}" in history
