"""The pages of observers and of an agency's stand-ins."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.bodies.operations.withdraw_agreement import withdraw_agreement
from coretech.apps.meetings.models import Meeting, Observer
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from tests import factories
from tests.web.page_text import text_of

Visit = Callable[[str], Client]
INVITED = {"step": "invite", "name": "林專家", "organisation": "衛星產業協會", "why": "說明產業現況"}


def observers(meeting: Meeting, language: str = "") -> str:
    return f"{language}/meetings/{meeting.pk}/observers/"


def seat(number: int) -> Appointment:
    return factories.seats()[number - 1]


def officer(agency: str) -> int:
    return factories.acting(f"agency-{agency}").person_id or 0


def sending(number: int, agency: str) -> dict[str, str]:
    return {"step": "send", "seat": str(seat(number).pk), "person": str(officer(agency)), "cause": "出國"}


def test_an_observer_is_invited_signs_on_paper_and_is_marked_present(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")

    assert client.post(observers(meeting), INVITED).status_code == 302
    observer = Observer.objects.get()
    assert "沒有保密協議的簽署紀錄" in text_of(client, observers(meeting))
    early = client.post(observers(meeting), {"step": "present", "present": observer.pk})
    assert early.status_code == 409

    signed = {"step": "signed", "observer": observer.pk, "signed_on": "114.6.2"}
    assert client.post(observers(meeting), signed).status_code == 302
    assert client.post(observers(meeting), {"step": "present", "present": observer.pk}).status_code == 302

    observer.refresh_from_db()
    assert observer.present
    assert "May enter" in text_of(client, observers(meeting, "/en"))
    gone = {"step": "withdraw", "observer": observer.pk}
    assert client.post(observers(meeting), gone).status_code == 409
    assert client.post(observers(meeting), {"step": "present"}).status_code == 302
    assert client.post(observers(meeting), gone).status_code == 302
    assert not Observer.objects.exists()


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        ({"name": ""}, "請填寫「姓名」", "Fill in “Name”"),
        ({"account": "nobody"}, "沒有這個帳號", "no such account"),
        ({"signed_on": "2999-01-01"}, "不得晚於今日", "in the future"),
        ({"item": "7"}, "請由列出的選項中選擇", "from the options listed"),
    ],
)
def test_an_invitation_to_correct_is_shown_again(
    visit: Visit, change: dict[str, str], zh: str, en: str
) -> None:
    meeting = factories.called_meeting()

    for language, words in (("", zh), ("/en", en)):
        answer = visit("office").post(observers(meeting, language), INVITED | change)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Observer.objects.exists()


def test_a_step_or_an_observer_that_is_not_there_is_refused(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")

    assert client.post(observers(meeting), {"step": "dance"}).status_code == 400
    assert client.post(observers(meeting), {"step": "withdraw", "observer": "9"}).status_code == 404
    assert client.post(observers(meeting), {"step": "present", "present": "9"}).status_code == 422


def test_an_agency_sees_its_seats_and_sends_somebody(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("agency-moea")
    page = text_of(client, "/designations/")
    assert "第2席" in page
    assert "第3席" not in page, "another agency's seat"

    assert client.post(f"/designations/{meeting.pk}/", sending(2, "moea")).status_code == 302

    assert Designation.objects.get().cause == "出國"
    assert "Stand-in: " in text_of(client, "/en/designations/")
    assert client.get(f"/meetings/{meeting.pk}/notice/").status_code == 200, "the stand-in sees the notice"


def test_a_designation_is_taken_back_on_the_page(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("agency-moea")
    client.post(f"/designations/{meeting.pk}/", sending(2, "moea"))

    back = {"step": "back", "seat": str(seat(2).pk)}
    assert client.post(f"/designations/{meeting.pk}/", back).status_code == 302

    assert "Stand-in: " not in text_of(client, "/en/designations/")
    assert client.get(f"/meetings/{meeting.pk}/notice/").status_code == 404


def test_who_has_not_signed_is_named_and_cannot_be_chosen(visit: Visit) -> None:
    meeting = factories.called_meeting()
    for username in ("agency-moea", "head-moea"):
        withdraw_agreement(factories.acting(username))

    page = text_of(visit("agency-moea"), f"/en/designations/{meeting.pk}/")

    assert "Cannot be sent yet" in page
    assert "Nobody at your agency can be sent" in page
    assert visit("agency-moea").post(f"/designations/{meeting.pk}/", sending(2, "moea")).status_code == 422


def test_stand_ins_are_the_agencys_to_send_and_nobody_elses(visit: Visit) -> None:
    meeting = factories.called_meeting()

    for username in ("public", "office", "member-02", "announcer"):
        assert visit(username).get("/designations/").status_code == 403
        assert visit(username).get(f"/designations/{meeting.pk}/").status_code == 403
    assert visit("agency-moea").get("/designations/999999/").status_code == 404
    assert visit("agency-moea").post(f"/designations/{meeting.pk}/", sending(3, "mnd")).status_code == 422


def test_a_cancelled_meeting_is_no_longer_listed_for_stand_ins(visit: Visit) -> None:
    meeting = factories.called_meeting()
    cancel_meeting(factories.acting("office"), meeting.pk, "a typhoon")

    assert "第2席" not in text_of(visit("agency-moea"), "/designations/")
