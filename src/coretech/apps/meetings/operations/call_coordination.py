"""Calling a coordination meeting: the agency that controls a plan calls those concerned, outside the regulation."""

from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.coordination import coordination_body, seat_agency, seat_chair
from coretech.apps.meetings.calling import Occasion, require_sound
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.notices import News, tell
from coretech.apps.meetings.sessions import next_session
from coretech.apps.people.models import Agency, Person
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter


@dataclass(frozen=True, slots=True)
class Coordination:
    """The notice: which agency calls, which others by code, when and where."""

    controller: str
    agencies: Sequence[str]
    occasion: Occasion


def check(by: Acting, controller: str) -> Agency:
    """The controlling agency, where this person controls plans for it."""
    allow(by, Action.RUN_COORDINATION, Matter(agencies=frozenset({controller})))
    return Agency.objects.prefetch_related("names").get(code=controller)


@operation
def call_coordination(by: Acting, given: Coordination) -> Act:
    """Call one representative of each agency, and tell them; the caller presides unless somebody else is named."""
    controller = check(by, given.controller)
    hold("meeting-session")
    called = _called(given.agencies, controller)
    body = coordination_body(controller, by.today)
    day = max(given.occasion.held_on, by.today)
    seat_chair(body, Person.objects.get(pk=by.person_id or 0), by.today, day)
    for agency in called:
        seat_agency(body, agency, by.today, day)
    require_sound(by, body, given.occasion)
    year, when = given.occasion.held_on.year, given.occasion
    meeting = Meeting.objects.create(
        body=body,
        year=year,
        session=next_session(body, year),
        kind=Meeting.Kind.EXTRAORDINARY,
        held_on=when.held_on,
        begins_at=when.begins_at,
        minutes_planned=when.minutes,
        place=when.place.strip(),
        notice=1,
    )
    meeting.agencies.set([controller, *called])
    act = record(
        by,
        "meeting.coordination_called",
        meeting.subject,
        public={
            "held_on": when.held_on.isoformat(),
            "session": meeting.session,
            "year": year,
            "agencies": sorted(agency.code for agency in (controller, *called)),
        },
        confidential={
            "place": meeting.place,
            "begins_at": when.begins_at.isoformat("minutes"),
            "minutes": when.minutes,
        },
    )
    tell(act, meeting, News.CALLED)
    return act


def _called(codes: Sequence[str], controller: Agency) -> list[Agency]:
    """The agencies called besides the controlling one, each once."""
    wanted = set(codes) - {controller.code}
    found = list(Agency.objects.filter(code__in=wanted).prefetch_related("names").order_by("code"))
    if not found or len(found) < len(wanted):
        raise bad_input(
            "agencies", "請至少選擇一個要通知的機關。", "Choose at least one agency that is to be called."
        )
    return found
