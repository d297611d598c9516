"""What one reader can do in a meeting at this moment: the vote, the declaration, the floor; the chair's next steps."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.meetings import queries
from coretech.apps.meetings.board import View, view_of
from coretech.apps.meetings.floor import speeches_of
from coretech.apps.meetings.models import Declaration, Item, Meeting, Speech
from coretech.apps.meetings.operations import ask_to_speak
from coretech.apps.meetings.seats import seat_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.controls import Controls, controls_of
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.own import own


@dataclass(frozen=True, slots=True)
class Now:
    """A member's part: what waits for the member, the one thing that matters most first.

    ``voting`` is the item whose vote waits for this member; ``undeclared`` are those without the own declaration, the
    current one first; ``stepping_aside`` is the item in hand, where the member is recused from it.
    """

    unsigned: bool
    voting: Item | None
    voted: Item | None
    undeclared: tuple[Item, ...]
    stepping_aside: Item | None
    speech: Speech | None
    asking: Gate | None


def now_of(by: Acting, meeting: Meeting) -> Now | None:
    """What waits for this reader; None for whoever holds no seat, or where the meeting is over."""
    seat = seat_of(by, meeting)
    if seat is None or meeting.over:
        return None
    voting = [mine for item in _voting(meeting) if (mine := own(by, item)) is not None]
    newest = _declarations(seat.pk, by, meeting)
    by_consent = is_coordination(meeting.body)
    in_hand = [mine.item for mine in voting] + ([meeting.current] if meeting.current else [])
    return Now(
        unsigned=not by_consent and not by.standing.agreement_signed,
        voting=next((mine.item for mine in voting if mine.may_vote), None),
        voted=next((mine.item for mine in voting if mine.voted), None),
        undeclared=() if by_consent else tuple(_undeclared(meeting, newest)),
        stepping_aside=next((item for item in in_hand if newest.get(item.pk)), None),
        speech=speeches_of(meeting).filter(appointment=seat).first(),
        asking=gate_of(ask_to_speak.check, by, meeting) if meeting.running else None,
    )


@require_safe
def meeting_now(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """That part of the meeting's page alone, asked for when the board says that it may have changed."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    return render(request, "meetings/now.jinja", now_context(by, found))


def now_context(by: Acting, meeting: Meeting) -> dict[str, object]:
    """What the template of that part needs."""
    runs = view_of(by, meeting) is View.RUN
    controls: Controls | None = controls_of(by, meeting) if runs else None
    return {
        "meeting": meeting,
        "mine": now_of(by, meeting),
        "controls": controls,
        "waiting": WAITING[Meeting.State(meeting.state)],
    }


WAITING = {
    Meeting.State.CALLED: Sentence(
        "會議當日由秘書單位登錄出席，再由主席宣布開會。",
        "On the day the secretariat records who attends; then the chair opens the meeting.",
    ),
    Meeting.State.OPEN: Sentence("目前沒有需要您辦理的事項。", "Nothing waits for you at the moment."),
    Meeting.State.SUSPENDED: Sentence(
        "會議休息中，請等候主席宣布繼續。", "The meeting is suspended; wait for the chair to resume it."
    ),
    Meeting.State.CLOSED: Sentence(
        "會議已散會，結果列於議程。", "The meeting is closed; the results stand with the agenda."
    ),
    Meeting.State.CANCELLED: Sentence("會議已取消。", "The meeting was cancelled."),
}


def _voting(meeting: Meeting) -> list[Item]:
    return list(queries.agenda_of(meeting).filter(state=Item.State.VOTING))


def _declarations(seat: int, by: Acting, meeting: Meeting) -> dict[int, bool]:
    """Whether this person is recused, by item; items without the person's declaration are left out."""
    rows = Declaration.objects.standing().filter(
        item__meeting=meeting, appointment=seat, person=by.person_id or 0
    )
    newest = rows.order_by("item_id", "-pk").distinct("item_id")
    return dict(newest.values_list("item_id", "recused"))


def _undeclared(meeting: Meeting, newest: dict[int, bool]) -> list[Item]:
    listed = [
        item for item in queries.agenda_of(meeting).filter(state=Item.State.LISTED) if item.pk not in newest
    ]
    return sorted(listed, key=lambda item: (item.pk != meeting.current_id, item.order))
