"""The steps of a case up to the council's agenda, as forms."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case, OfficeCheck, PanelReview
from coretech.apps.cases.operations.submit import submit
from coretech.apps.cases.operations.withdraw import withdraw
from tests import factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
REVIEW = {"held_on": "114.6.2", "present": "9", "in_favour": "8", "opinion": "同意提報。", "once": "key-1"}
CHECK = {"finding": "pass", "note": "資料齊備。", "once": "key-1"}


def seen(case: Case) -> dict[str, str]:
    """The version of the case a form brings back."""
    case.refresh_from_db()
    return {"seen": str(case.lock)}


def submitted_case() -> Case:
    case = factories.reviewed_case(factories.renaming())
    submit(factories.acting("agency-nstc"), case.reference)
    return case


def acts(kind: str) -> int:
    return Act.objects.filter(kind=kind).count()


def test_the_panels_review_is_recorded_once_beside_the_ruling_on_the_panel(visit: Visit) -> None:
    case, client = factories.draft_case(factories.renaming()), visit("agency-nstc")
    page = f"/cases/{case.reference}/panel-review/"
    assert "還缺5個" in text_of(client, page)
    factories.write_dossier(case)
    assert "專家審查會連召集人9人，在5至11人之間" in text_of(client, page)
    sent = REVIEW | seen(case)

    answers = [client.post(page, sent) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {f"/cases/{case.reference}/"}
    assert PanelReview.objects.get().held_on == factories.DAY


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("held_on", "114.2.30", "在曆法上沒有這一天"),
        ("held_on", "2026-01-01", "會議日期不得晚於今日"),
        ("present", "many", "請填寫人數，例如 9。"),
        ("present", "99", "出席人數應為1至9人"),
        ("in_favour", "4", "未通過"),
        ("opinion", "", "請填寫「審查意見」。"),
    ],
)
def test_a_review_that_cannot_be_is_told_and_not_recorded(
    visit: Visit, field: str, value: str, sentence: str
) -> None:
    case = factories.draft_case(factories.renaming())
    factories.write_dossier(case)

    answer = visit("agency-nstc").post(
        f"/cases/{case.reference}/panel-review/", REVIEW | seen(case) | {field: value}
    )

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not PanelReview.objects.exists()


def test_the_whole_dossier_and_the_rulings_are_read_before_submitting(visit: Visit) -> None:
    case, client = factories.reviewed_case(factories.renaming()), visit("agency-nstc")
    page = f"/cases/{case.reference}/submission/"

    words = text_of(client, page)
    assert "text of stakeholder_views" in words
    assert "提報資料齊備了嗎？" in words
    assert "In favour." in words

    sent = seen(case) | {"once": "key-1"}
    assert [client.post(page, sent).status_code for _ in range(2)] == [302, 302]
    assert acts("case.submitted") == 1


def test_a_submission_the_law_does_not_allow_is_refused_with_its_article(visit: Visit) -> None:
    case, client = factories.draft_case(factories.renaming()), visit("agency-nstc")

    answer = client.post(f"/cases/{case.reference}/submission/", seen(case))

    assert answer.status_code == 409
    assert "還缺5個" in answer.text
    assert "第7條第1項" in answer.text
    assert acts("case.submitted") == 0


@pytest.mark.parametrize(("finding", "state"), [("pass", "checked"), ("return", "returned")])
def test_the_office_passes_a_submission_on_or_returns_it(visit: Visit, finding: str, state: str) -> None:
    case, client = submitted_case(), visit("office")
    page, sent = f"/cases/{case.reference}/check/", CHECK | {"finding": finding} | seen(case)
    assert "text of functions" in text_of(client, page)

    assert [client.post(page, sent).status_code for _ in range(2)] == [302, 302]

    case.refresh_from_db()
    assert case.state == state
    assert OfficeCheck.objects.get().note == "資料齊備。"


def test_a_check_without_a_finding_or_a_note_is_told(visit: Visit) -> None:
    case = submitted_case()

    answer = visit("office").post(f"/cases/{case.reference}/check/", seen(case))

    assert answer.status_code == 422
    assert "請選擇「查核結果」。" in answer.text
    assert "請填寫「查核意見」。" in answer.text


def test_an_agency_does_not_check_its_own_submission(visit: Visit) -> None:
    case, client = submitted_case(), visit("agency-nstc")
    page = f"/cases/{case.reference}/check/"

    assert "這一步由關鍵技術辦公室辦理。" in text_of(client, page)
    assert client.post(page, CHECK | seen(case)).status_code == 403
    assert not OfficeCheck.objects.exists()


def test_the_office_s_note_reaches_the_agency(visit: Visit) -> None:
    case = submitted_case()
    visit("office").post(f"/cases/{case.reference}/check/", CHECK | {"finding": "return"} | seen(case))

    assert "辦公室查核：退回補正" in text_of(visit("agency-nstc"), f"/cases/{case.reference}/dossier/")


def test_the_other_authority_is_invited_and_comes_to_know_the_case(visit: Visit) -> None:
    case = factories.draft_case(factories.addition(authority="moea"))
    page = f"/cases/{case.reference}/invitation/"
    assert "Ministry of Economic Affairs" in text_of(visit("agency-nstc"), f"/en{page}")

    visit("agency-nstc").post(page, seen(case))

    assert case.reference in text_of(visit("agency-moea"), "/cases/")
    assert "已邀請該機關參與研議。" in text_of(visit("agency-nstc"), page)


def test_a_case_is_withdrawn_with_a_reason_that_stays_with_the_dossier(visit: Visit) -> None:
    case, client = factories.draft_case(factories.renaming()), visit("agency-nstc")
    page = f"/cases/{case.reference}/withdrawal/"
    assert "請填寫「撤回理由」。" in client.post(page, seen(case)).text

    client.post(page, seen(case) | {"why": "併入另一案。"})

    assert "併入另一案。" in text_of(client, f"/cases/{case.reference}/dossier/")
    assert "本案程序已結束" in text_of(client, f"/cases/{case.reference}/")
    assert "併入另一案。" not in text_of(client, f"/cases/{case.reference}/")


def test_a_case_is_put_on_the_agenda_of_a_meeting_that_has_been_called(visit: Visit) -> None:
    case, client = factories.checked_case(factories.renaming()), visit("office")
    page = f"/cases/{case.reference}/agenda/"
    assert "No meeting has been called" in text_of(client, f"/en{page}")
    meeting = factories.called_meeting()
    sent = seen(case) | {"meeting": str(meeting.pk), "once": "key-1"}

    assert [client.post(page, sent).status_code for _ in range(2)] == [302, 302]

    item = case.items.get()
    assert item.meeting == meeting
    assert f'href="/items/{item.pk}/"' in client.get(f"/cases/{case.reference}/").text


@pytest.mark.parametrize(("chosen", "status"), [("", 422), ("999999", 404), ("x", 404), ("9" * 5000, 404)])
def test_a_meeting_that_is_not_there_takes_no_case(visit: Visit, chosen: str, status: int) -> None:
    case = factories.checked_case(factories.renaming())
    factories.called_meeting()

    answer = visit("office").post(f"/cases/{case.reference}/agenda/", seen(case) | {"meeting": chosen})

    assert answer.status_code == status
    assert not case.items.exists()


def test_every_step_of_a_case_that_has_ended_is_closed_and_says_why(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())
    withdraw(factories.acting("agency-nstc"), case.reference, "why")
    client = visit("agency-nstc")

    for page in ("panel-review", "submission", "check", "withdrawal", "agenda"):
        words = text_of(client, f"/cases/{case.reference}/{page}/")
        assert "尚不能辦理：" in words
        assert "目前狀態：已撤回" in words


def test_other_methods_are_not_taken(visit: Visit) -> None:
    case = factories.draft_case(factories.renaming())

    assert visit("agency-nstc").delete(f"/cases/{case.reference}/withdrawal/").status_code == 405


def test_with_nothing_to_publish_the_pages_say_so(visit: Visit) -> None:
    assert "No approved case waits" in text_of(visit("office"), "/en/cases/pre-announcement/")
    assert "目前沒有可以公告的案件" in text_of(visit("announcer"), "/cases/announcement/")
