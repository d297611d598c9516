"""Declarations of interest that members still owe (art. 12)."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.models import Appointment
from coretech.apps.duties.deadline import READER, Deadline
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations import declare
from coretech.apps.meetings.queries import agenda_of, coming_meetings, own_part
from coretech.apps.meetings.seats import seat_of
from coretech.kit.sentence import Sentence


def declarations(by: Acting) -> Iterator[Deadline]:
    """The items the reader may declare on and has not; each by its place on the agenda, never by its name."""
    for meeting in coming_meetings(by):
        seat, name = seat_of(by, meeting), name_of(meeting)
        items = [] if seat is None else [item for item in agenda_of(meeting) if _is_owed(by, item, seat)]
        for item in items:
            yield Deadline(
                what=What.DECLARATION,
                owner=READER,
                about=Sentence(f"{name.zh}第{item.order}案", f"{name.en}, item {item.order}"),
                subject=item.subject,
                path=f"/items/{item.pk}/declare/",
                due_on=meeting.held_on,
            )


def _is_owed(by: Acting, item: Item, seat: Appointment) -> bool:
    return own_part(item, seat).declaration is None and refusal_of(declare.check, by, item) is None
