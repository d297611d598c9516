"""The scenes before the council votes: notice, agenda, agreement, attendance, declarations, opening."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.models import Agreement
from coretech.apps.bodies.operations.sign_agreement import sign_agreement
from coretech.apps.cases.states import State
from coretech.apps.meetings.admission import admission_ruling
from coretech.apps.meetings.facts import chair_facts, room_of
from coretech.apps.meetings.models import Attendance, Item, Meeting
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.declare import Interest, declare, recusal_ruling
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.put_on_agenda import put_on_agenda
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.record_paper_declarations import record_paper_declarations
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Person
from coretech.demo import notice_scenes
from coretech.demo.acting import acting_as
from coretech.demo.cast import CHAIR, OFFICE, RECUSED, UNSIGNED
from coretech.demo.found import (
    MEETS_ON,
    all_reached,
    items,
    meeting,
    meeting_day,
    short_of,
    the_item,
    the_meeting,
)
from coretech.demo.notice_scenes import sent
from coretech.demo.proposals import RENAMING
from coretech.demo.scene import Came, Scene, on
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.meeting import chair

_NOTICE = dt.timedelta(days=7)
_AWAY = {24: Attendance.Status.LEAVE, 25: Attendance.Status.ABSENT}
_NONE = Interest(interest=False)
_SPOUSE = Interest(interest=True, kinship=("spouse",), detail="配偶任職於相關業者（示範）。")


def _call(by: Acting) -> Came:
    day = max(MEETS_ON, by.today + _NOTICE)
    return Came([call_meeting(by, Call(day, "第一會議室（示範）"))])


def _list(by: Acting) -> Came:
    place = the_meeting().pk
    return Came([put_on_agenda(by, case.reference, place) for case in short_of(State.ON_AGENDA)])


def _sign(by: Acting) -> Came:
    place, person = the_meeting(), Person.objects.get(pk=by.person_id or 0)
    seat = seats_of(place).get(person=person)
    refused = refusal_of(record_attendance, acting_as(OFFICE), place.pk, {seat.pk: Mark("present")})
    act = sign_agreement(by, person.name_zh)
    return Came([act], [admission_ruling(person, place.day)], refused)


def _attend(by: Acting) -> Came:
    place = the_meeting()
    here = Attendance.Status.PRESENT
    marks = {seat.pk: Mark(_AWAY.get(seat.seat.number, here).value) for seat in seats_of(place)}
    away, designated = sent(place)
    if designated is not None and designated.person_id is not None:
        marks[away.pk] = Mark(Attendance.Status.STAND_IN.value, designated.person_id, designated.cause)
    return Came([record_attendance(by, place.pk, marks)])


def _undeclared() -> list[Item]:
    """The items whose attending members have not all declared, before their votes open."""
    listed = [item for item in items() if item.state == Item.State.LISTED]
    return [item for item in listed if room_of(item).attending - room_of(item).declared]


def _declare(by: Acting) -> Came:
    ruling = recusal_ruling(the_item(RENAMING), _SPOUSE)
    return Came([act for item in _undeclared() for act in _declarations(by, item)], [ruling])


def _declarations(by: Acting, item: Item) -> list[Act]:
    """One member declares an interest in the renaming, another none, the others hand in paper."""
    own = {UNSIGNED: _NONE, RECUSED: _SPOUSE if item.title.zh == RENAMING.name_zh else _NONE}
    declared, room = room_of(item).declared, room_of(item)
    acts = [
        declare(acting_as(seat.person.account.username), item.pk, own[seat.person.account.username])
        for seat in seats_of(item.meeting)
        .filter(person__account__username__in=own)
        .select_related("person__account")
        if seat.pk not in declared and seat.pk in room.attending and seat.person.account is not None
    ]
    rest = room.attending - room_of(item).declared
    return [*acts, record_paper_declarations(by, item.pk, rest)] if rest else acts


def _open(by: Acting) -> Came:
    place = the_meeting()
    return Came([open_meeting(by, place.pk)], [chair.rule(chair_facts(place), place.day)])


def _begun() -> bool:
    return all_reached(State.ON_AGENDA) and the_meeting().state != Meeting.State.CALLED


SCENES = (
    Scene(
        Sentence("通知審議會開會", "The council is called"),
        OFFICE,
        Action.CALL_MEETING,
        on(2025, 10, 13),
        lambda: all_reached(State.ON_AGENDA) or meeting() is not None,
        _call,
    ),
    Scene(
        Sentence("兩案排入議程", "Both cases are put on the agenda"),
        OFFICE,
        Action.PUT_ON_AGENDA,
        on(2025, 10, 14),
        lambda: all_reached(State.ON_AGENDA),
        _list,
    ),
    *notice_scenes.SCENES,
    Scene(
        Sentence("委員補簽保密協議", "A member signs the agreement"),
        UNSIGNED,
        Action.SIGN_AGREEMENT,
        meeting_day,
        lambda: Agreement.objects.filter(person__account__username=UNSIGNED).exists(),
        _sign,
    ),
    Scene(
        Sentence(
            "登錄出席：22人親自出席，1人由代表出席，1人請假，1人缺席",
            "Attendance: 22 in person, one by a stand-in, one on leave, one absent",
        ),
        OFFICE,
        Action.RECORD_ATTENDANCE,
        meeting_day,
        lambda: _begun() or the_meeting().attendance.exists(),
        _attend,
    ),
    Scene(
        Sentence("申報利益關係：一人應迴避變更案", "Declarations: one member steps aside from the renaming"),
        OFFICE,
        Action.DECLARE,
        meeting_day,
        lambda: not _undeclared(),
        _declare,
    ),
    Scene(
        Sentence("召集人宣布開會", "The convener opens the meeting"),
        CHAIR,
        Action.OPEN_MEETING,
        meeting_day,
        _begun,
        _open,
    ),
)
