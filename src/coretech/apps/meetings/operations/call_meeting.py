"""Calling a meeting of the council (art. 5)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.notices import tell_members
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Call:
    """The notice as the form gives it."""

    held_on: dt.date
    place: str
    kind: str = Meeting.Kind.REGULAR.value


def check(by: Acting) -> Body:
    """The council, where this person may call it."""
    allow(by, Action.CALL_MEETING)
    council = Body.objects.filter(kind=Body.Kind.COUNCIL).first()
    if council is None:
        raise wrong_state("尚未設立審議會（第2條）。", "There is no council yet (art. 2); appoint it first.")
    return council


@operation
def call_meeting(by: Acting, call: Call) -> Act:
    """Call the council for a day and a place; its sessions are counted within the year."""
    council = check(by)
    if call.kind not in Meeting.Kind.values:
        raise bad_input("kind", "請選擇定期或臨時會議。", "Choose a regular or an extraordinary meeting.")
    if call.held_on < by.today:
        raise bad_input("held_on", "開會日期不得早於今日。", "The meeting cannot lie in the past.")
    if not call.place.strip():
        raise bad_input("place", "請填寫開會地點。", "Give the place of the meeting.")
    if not appointments_on(council, call.held_on).exists():
        raise bad_input("held_on", "當日審議會沒有在職委員。", "Nobody is in office on that day.")
    year = call.held_on.year
    hold("meeting-session")
    last = Meeting.objects.filter(body=council, year=year).order_by("-session").first()
    meeting = Meeting.objects.create(
        body=council,
        year=year,
        session=1 if last is None else last.session + 1,
        kind=call.kind,
        held_on=call.held_on,
        place=call.place.strip(),
    )
    act = record(
        by,
        "meeting.called",
        meeting.subject,
        public={
            "held_on": call.held_on.isoformat(),
            "kind": call.kind,
            "session": meeting.session,
            "year": year,
        },
        confidential={"place": meeting.place},
    )
    tell_members(act, meeting)
    return act
