"""One meeting: where it stands, what a member has to do, the agenda, and what is next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings import queries
from coretech.apps.meetings.facts import chair_facts
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.meetings.operations import close_meeting, open_meeting, record_attendance
from coretech.apps.meetings.sheet import counts_of
from coretech.kit.sentence import Sentence
from coretech.law.meeting import chair
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import Gate, gate_of
from coretech.web.meetings.own import own_meeting
from coretech.web.meetings.words import ATTENDANCE, KINDS, MEETING_STATES, tag_of, title_of
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say


@dataclass(frozen=True, slots=True)
class Button:
    """A step of the meeting: what the button says, what was done afterwards, and what carries it out."""

    text: Sentence
    afterwards: Sentence
    check: Callable[[Acting, Meeting], object]
    run: Callable[[Acting, int], Act]


STEPS: Mapping[str, Button] = {
    "open": Button(
        Sentence("宣布開會", "Open the meeting"),
        Sentence("會議已開始。", "The meeting is open."),
        open_meeting.check,
        open_meeting.open_meeting,
    ),
    "close": Button(
        Sentence("宣布散會", "Close the meeting"),
        Sentence("會議已散會。", "The meeting is closed."),
        close_meeting.check,
        close_meeting.close_meeting,
    ),
}
COLUMNS = (
    Column(Sentence("案次", "Item")),
    Column(Sentence("案由", "Case")),
    Column(Sentence("狀態", "State")),
)
_WAITING = {
    Meeting.State.CALLED: Sentence(
        "會議當日由辦公室登錄出席，再由主席或辦公室宣布開會。",
        "On the day, the Office records who attends; then the chair or the Office opens the meeting.",
    ),
    Meeting.State.OPEN: Sentence(
        "會議進行中，依議程逐案申報及表決。", "The meeting is open: declarations and votes go item by item."
    ),
    Meeting.State.CLOSED: Sentence(
        "會議已散會，結果列於議程。", "The meeting is closed; the results stand with the agenda."
    ),
}
_NEXT = {Meeting.State.CALLED: "open", Meeting.State.OPEN: "close"}


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The meeting's page; sent back with a step, it opens or closes the meeting."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    if request.method == "POST":
        return _take(request, by, found)
    return render(request, "meetings/meeting.jinja", _context(by, found))


def _take(request: HttpRequest, by: Acting, found: Meeting) -> HttpResponse:
    button = STEPS.get(request.POST.get("step", ""))
    if button is None:
        message = "a meeting has no such step"
        raise BadRequest(message)
    once(lambda: button.run(by, found.pk))
    return done(request, button.afterwards, "meeting", found.pk)


def _context(by: Acting, found: Meeting) -> dict[str, object]:
    counts = counts_of(found)
    return {
        "meeting": found,
        "title": title_of(found),
        "facts": _facts(found),
        "columns": COLUMNS,
        "state": MEETING_STATES[Meeting.State(found.state)],
        "own": own_meeting(by, found),
        "agenda": [(item, tag_of(item)) for item in queries.agenda_of(found)],
        "counts": [(ATTENDANCE[Attendance.Status(status)], count) for status, count in counts.items()],
        "recorded": sum(counts.values()),
        "chair": chair.rule(chair_facts(found), found.day) if any(counts.values()) else None,
        "steps": _steps(by, found),
        "waiting": _WAITING[Meeting.State(found.state)],
        "sheet": gate_of(record_attendance.check, by, found),
    }


def _facts(found: Meeting) -> list[tuple[Sentence, str]]:
    """Day, place and kind."""
    return [
        (Sentence("日期", "Day"), both_dates(found.held_on)),
        (Sentence("地點", "Place"), found.place),
        (Sentence("種類", "Kind"), say(KINDS[Meeting.Kind(found.kind)])),
    ]


def _steps(by: Acting, found: Meeting) -> list[tuple[str, Button, Gate]]:
    """The step that comes next, for those whose step it is."""
    name = _NEXT.get(Meeting.State(found.state))
    gate = None if name is None else gate_of(STEPS[name].check, by, found)
    return [] if name is None or gate is None else [(name, STEPS[name], gate)]
