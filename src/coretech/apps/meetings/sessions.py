"""How meetings are counted: a body's sessions within a year."""

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Meeting


def next_session(body: Body, year: int) -> int:
    """The number of a body's next meeting of a year; the caller holds the lock on sessions."""
    last = Meeting.objects.filter(body=body, year=year).order_by("-session").first()
    return 1 if last is None else last.session + 1
