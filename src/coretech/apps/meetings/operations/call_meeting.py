"""Calling a meeting: the council's by the Office or its convener, a panel's by its agency (arts. 5, 8.3)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.calling import USUAL_HOUR, USUAL_MINUTES, Occasion, require_sound
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.notices import News, tell
from coretech.apps.meetings.sessions import next_session
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Call:
    """The notice as the form gives it; ``body`` is the number of the body called, the council where it is left out."""

    held_on: dt.date
    place: str
    kind: str = Meeting.Kind.REGULAR.value
    begins_at: dt.time = USUAL_HOUR
    minutes: int = USUAL_MINUTES
    body: int | None = None

    @property
    def occasion(self) -> Occasion:
        """When and where."""
        return Occasion(self.held_on, self.place, self.begins_at, self.minutes)


def check(by: Acting, body_id: int | None = None) -> Body:
    """The body, where this person may call it; the council where none is named."""
    if body_id is None:
        allow(by, Action.CALL_MEETING)
        council = Body.objects.filter(kind=Body.Kind.COUNCIL).first()
        if council is None:
            raise wrong_state(
                "尚未設立審議會（第2條）。", "There is no council yet (art. 2); appoint it first."
            )
        return council
    body = Body.objects.select_related("agency").filter(pk=body_id).first()
    if body is None or body.kind not in (Body.Kind.COUNCIL, Body.Kind.PANEL):
        raise bad_input("body", "請選擇審議會或專家審查會。", "Choose the council or a panel.")
    allow_on(by, body, Action.CALL_MEETING)
    return body


@operation
def call_meeting(by: Acting, call: Call) -> Act:
    """Call a body for a day and a place, and tell everybody in it; its sessions are counted within the year."""
    body = check(by, call.body)
    if call.kind not in Meeting.Kind.values:
        raise bad_input("kind", "請選擇定期或臨時會議。", "Choose a regular or an extraordinary meeting.")
    require_sound(by, body, call.occasion)
    meeting = _create(body, call)
    act = record(
        by,
        "meeting.called",
        meeting.subject,
        public={
            "held_on": call.held_on.isoformat(),
            "kind": call.kind,
            "session": meeting.session,
            "year": meeting.year,
        },
        confidential={
            "place": meeting.place,
            "begins_at": call.begins_at.isoformat("minutes"),
            "minutes": call.minutes,
        },
    )
    tell(act, meeting, News.CALLED)
    return act


def _create(body: Body, call: Call) -> Meeting:
    year = call.held_on.year
    hold("meeting-session")
    return Meeting.objects.create(
        body=body,
        year=year,
        session=next_session(body, year),
        kind=call.kind,
        held_on=call.held_on,
        begins_at=call.begins_at,
        minutes_planned=call.minutes,
        place=call.place.strip(),
        notice=1,
    )
