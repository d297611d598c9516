"""Before a meeting: its notice changed or cancelled, and what stands on the agenda without a case."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import NO_NUL, AddressNumber, Count, Day, Flag, Given, Id
from coretech.apps.meetings.calling import Occasion, parse_clock
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.change_notice import change_notice
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.reorder_agenda import reorder_agenda
from coretech.apps.meetings.queries import find_meeting

router = Router(tags=["meetings"])

Clock = Annotated[
    str, StringConstraints(strict=True, max_length=5, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
]
Place = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]
Title = Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
Why = Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]


class MeetingNoticeGiven(Given):
    """The notice as it is to be sent anew; ``agenda`` says that it changed where nothing else did."""

    held_on: Day
    place: Place
    begins_at: Clock = "14:00"
    minutes: Count = 120
    agenda: Flag = False


class CancellationGiven(Given):
    """Why the meeting is cancelled."""

    why: Why


class TopicGiven(Given):
    """A report, a discussion, or a motion from the floor."""

    kind: Literal["report", "discussion", "motion"]
    title_zh: Title
    title_en: Title = ""


class AgendaOrderGiven(Given):
    """Every item of the agenda once, in the new order."""

    items: list[Id] = Field(min_length=1, max_length=200)


@router.put("/{meeting_id}/notice", response=WRITTEN, summary="更改通知 / Change the notice")
def change_the_notice(
    request: HttpRequest, meeting_id: AddressNumber, given: MeetingNoticeGiven
) -> Status[Done]:
    """Send the notice anew to everybody; a new day or hour asks members for a new answer."""
    find_meeting(acting(request), meeting_id)
    occasion = Occasion(given.held_on, given.place, parse_clock(given.begins_at), given.minutes)
    return written(request, lambda by: change_notice(by, meeting_id, occasion, agenda=given.agenda))


@router.post("/{meeting_id}/cancellation", response=WRITTEN, summary="取消會議 / Cancel the meeting")
def cancel_the_meeting(
    request: HttpRequest, meeting_id: AddressNumber, given: CancellationGiven
) -> Status[Done]:
    """Cancel a meeting that has not begun; the cases on its agenda can go on another one."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: cancel_meeting(by, meeting_id, given.why))


@router.post("/{meeting_id}/items", response=WRITTEN, summary="列入議程 / Put on the agenda")
def list_on_agenda(request: HttpRequest, meeting_id: AddressNumber, given: TopicGiven) -> Status[Done]:
    """List a report or a discussion before the meeting, or a motion while it is open."""
    find_meeting(acting(request), meeting_id)
    topic = Topic(given.kind, given.title_zh, given.title_en)
    return written(request, lambda by: list_item(by, meeting_id, topic))


@router.put("/{meeting_id}/agenda", response=WRITTEN, summary="議程順序 / Order the agenda")
def order_agenda(request: HttpRequest, meeting_id: AddressNumber, given: AgendaOrderGiven) -> Status[Done]:
    """Put the items in another order before the meeting begins."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: reorder_agenda(by, meeting_id, given.items))
