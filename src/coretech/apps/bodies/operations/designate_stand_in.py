"""Sending somebody in a member's place (art. 5(4)), and taking it back."""

import datetime as dt
from collections.abc import Mapping

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow, require
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment, Designation
from coretech.apps.bodies.queries import designated_on, serving
from coretech.apps.bodies.stand_ins import people_of_agency, signed_among, stand_in_ruling
from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.access import Action, Matter

LONGEST_CAUSE = 200


def check(by: Acting, seat: Appointment, on: dt.date) -> None:
    """Whether this person may say who comes in the seat's place on a day: an officer of the agency it represents."""
    agency = seat.seat.represents
    if agency is None:
        require(stand_in_ruling(seat, "", on))
    allow(by, Action.DESIGNATE_STAND_IN, Matter(frozenset(() if agency is None else (agency.code,))))
    if not is_coordination(seat.seat.body):
        require(stand_in_ruling(seat, "", on))
    if on < by.today:
        raise bad_input(
            "on", "日期已過，請選今日以後的會議。", "That day has passed; choose a meeting to come."
        )
    if not serving(on).filter(pk=seat.pk).exists():
        raise bad_input("on", "該委員當日不在職。", "The member is not in office on that day.")


@operation
def designate_stand_in(
    by: Acting, appointment_id: int, on: dt.date, person_id: int | None, cause: str = ""
) -> Act:
    """Name the stand-in for one day, or nobody: then the member comes in person again."""
    hold(f"designations:{on.isoformat()}")
    seat = _seat(appointment_id)
    check(by, seat, on)
    cause = cause.strip()
    before = designated_on(seat.seat.body, on)
    person = _stand_in(seat, on, person_id, cause, before) if person_id else None
    if person is None and seat.pk not in before:
        raise wrong_state("這一席當日沒有指派代表。", "Nobody is designated for that seat on that day.")
    kept = Designation.objects.create(
        appointment=seat, person=person, on=on, cause=cause, designated_at=by.at
    )
    act = record(
        by,
        "stand_in.designated" if person else "stand_in.taken_back",
        seat.subject,
        public={"on": on.isoformat()},
        confidential={"person": None if person is None else person.pk, "cause": cause},
        rows=[kept],
    )
    gone = before[seat.pk].person if seat.pk in before else None
    _tell(act, seat, on, person, gone)
    return act


def _seat(appointment_id: int) -> Appointment:
    rows = Appointment.objects.select_related("seat__body", "seat__represents", "person")
    seat = rows.filter(pk=appointment_id).first()
    if seat is None:
        raise not_found("沒有這個席位。", "There is no such seat.")
    return seat


def _stand_in(
    seat: Appointment, on: dt.date, person_id: int, cause: str, before: Mapping[int, Designation]
) -> Person:
    """The person, where the agency's own, not sent for another seat, and let in by the agreement signed."""
    if not cause:
        raise bad_input("cause", "請敘明委員不能出席的事由。", "Say why the member cannot attend.")
    if len(cause) > LONGEST_CAUSE:
        raise bad_input("cause", "事由最多200字。", "The cause may have 200 characters at most.")
    staff = people_of_agency(seat, on)
    person = next((each for each in staff if each.pk == person_id), None)
    if person is None:
        raise bad_input(
            "person",
            "請由該機關當日在職、且非委員的人員中選擇。",
            "Choose somebody who holds a post at that agency on that day and is no member.",
        )
    if any(other.person_id == person_id and pk != seat.pk for pk, other in before.items()):
        raise bad_input(
            "person", "此人當日已代表另一席。", "That person stands in for another seat on that day."
        )
    if not is_coordination(seat.seat.body):
        require(signed_among([person], on)[person.pk])
    return person


def _tell(act: Act, seat: Appointment, on: dt.date, sent: Person | None, gone: Person | None) -> None:
    """Tell the member and whoever is sent, and whoever no longer is."""
    day = said(on)
    if sent is not None:
        subject = Sentence(f"指派代表出席{day.zh}的會議", f"A stand-in attends the meeting of {day.en}")
    else:
        subject = Sentence(f"{day.zh}會議的指派已取消", f"No stand-in is sent to the meeting of {day.en}")
    told = [each.account_id for each in (seat.person, sent, gone) if each is not None]
    notify(act, [account for account in told if account is not None], subject, "/meetings/")
