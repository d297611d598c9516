"""Whether a body has met as often in a year as articles 5(1) and 8(3) ask."""

import datetime as dt

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Meeting
from coretech.law.duty import annual_meeting
from coretech.law.ruling import Ruling
from coretech.law.terms import Forum

_FORUMS: dict[str, Forum] = {Body.Kind.COUNCIL: Forum.COUNCIL, Body.Kind.PANEL: Forum.PANEL}
_HELD = (Meeting.State.OPEN, Meeting.State.SUSPENDED, Meeting.State.CLOSED)


def annual_meeting_ruling(body: Body, day: dt.date) -> Ruling | None:
    """The yearly meeting as it stands on a day, of those held by then; None for a body that owes none."""
    forum = _FORUMS.get(body.kind)
    if forum is None:
        return None
    held = Meeting.objects.filter(body=body, year=day.year, held_on__lte=day, state__in=_HELD)
    days = list(held.order_by("held_on").values_list("kind", "held_on"))
    facts = annual_meeting.Facts(
        body=forum,
        year=day.year,
        regular=tuple(on for kind, on in days if kind == Meeting.Kind.REGULAR),
        extraordinary=tuple(on for kind, on in days if kind == Meeting.Kind.EXTRAORDINARY),
    )
    return annual_meeting.rule(facts, day)
