"""The attendance sheet."""

from collections.abc import Callable

from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.people.models import Person
from tests import factories

Visit = Callable[[str], Client]


def sheet(meeting: Meeting) -> str:
    return f"/meetings/{meeting.pk}/attendance/"


def seat(number: int) -> Appointment:
    return factories.seats()[number - 1]


def officer(agency: str) -> Person:
    return Person.objects.get(account__username=f"agency-{agency}")


def test_the_sheet_shows_every_seat_and_who_is_not_admitted(visit: Visit) -> None:
    meeting = factories.called_meeting()

    zh = visit("office").get(sheet(meeting)).content.decode()
    en = visit("office").get("/en" + sheet(meeting)).content.decode()

    assert all(f"第{number}席" in zh for number in range(1, 26))
    assert zh.count("沒有保密協議的簽署紀錄") == 1
    assert en.count("No signed confidentiality agreement is on record") == 1
    assert 'value="present" disabled' in en


def test_attendance_is_recorded_and_shown_again(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")
    marks = {f"status_{seat(3).pk}": "present", f"status_{seat(20).pk}": "leave"}

    answer = client.post(sheet(meeting), marks)

    assert answer.status_code == 302
    assert dict(Attendance.objects.values_list("appointment__seat__number", "status")) == {
        3: "present",
        20: "leave",
    }
    assert client.get(sheet(meeting)).content.decode().count("checked") == 2


def test_a_sheet_sent_twice_is_written_once(visit: Visit) -> None:
    meeting, client = factories.called_meeting(), visit("office")
    marks = {f"status_{seat(3).pk}": "present", "once": "k"}

    assert [client.post(sheet(meeting), marks).status_code for _ in range(2)] == [302, 302]

    assert Act.objects.filter(kind="meeting.attendance_recorded").count() == 1


def test_an_agencys_officer_stands_in_for_its_member(visit: Visit) -> None:
    meeting, key = factories.called_meeting(), seat(2).pk
    marks = {f"status_{key}": "stand_in", f"stand_in_{key}": officer("moea").pk, f"cause_{key}": "abroad"}

    assert visit("office").post(sheet(meeting), marks).status_code == 302

    recorded = Attendance.objects.get()
    assert recorded.stand_in == officer("moea")
    assert recorded.cause == "abroad"


def test_a_stand_in_without_a_name_is_asked_for_in_both_languages(visit: Visit) -> None:
    meeting, key = factories.called_meeting(), seat(2).pk
    marks = {f"status_{key}": "stand_in", f"cause_{key}": "abroad"}

    for language, words in (("", "請選擇第2席的指派代表"), ("/en", "Choose the stand-in for seat 2")):
        answer = visit("office").post(language + sheet(meeting), marks)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert "abroad" in answer.content.decode()
    assert not Attendance.objects.exists()


def test_another_agencys_officer_cannot_stand_in(visit: Visit) -> None:
    meeting, key = factories.called_meeting(), seat(2).pk
    marks = {f"status_{key}": "stand_in", f"stand_in_{key}": officer("mnd").pk}

    assert visit("office").post(sheet(meeting), marks).status_code == 422


def test_an_empty_sheet_is_told_what_to_do(visit: Visit) -> None:
    answer = visit("office").post(sheet(factories.called_meeting()), {})

    assert answer.status_code == 422
    assert "請至少登錄一位委員" in answer.content.decode()


def test_a_member_who_has_not_signed_cannot_be_marked_present(visit: Visit) -> None:
    meeting = factories.called_meeting()

    answer = visit("office").post(sheet(meeting), {f"status_{seat(7).pk}": "present"})

    assert answer.status_code == 409
    assert "第7席" in answer.content.decode()
    assert not Attendance.objects.exists()


def test_the_sheet_belongs_to_the_office(visit: Visit) -> None:
    meeting = factories.called_meeting()

    assert visit("member-03").get(sheet(meeting)).status_code == 403
    assert visit("member-03").post(sheet(meeting), {f"status_{seat(3).pk}": "present"}).status_code == 403
