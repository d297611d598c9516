"""One meeting: what its reader has to do now, the live board, and the steps of whoever runs it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.meetings import queries
from coretech.apps.meetings.board import board_of, view_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.presiding import chair_ruling
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.meetings.meeting_links import links_of
from coretech.web.meetings.meeting_steps import step_of
from coretech.web.meetings.now import now_context
from coretech.web.meetings.own import own_meeting
from coretech.web.meetings.room_board import board_context
from coretech.web.meetings.words import kind_of, title_of
from coretech.web.sending import done
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The meeting's page; sent back with a step, it carries the meeting on."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    if request.method != "POST":
        return render(request, "meetings/meeting.jinja", _context(by, found))
    step, number = step_of(request.POST)
    once(lambda: step.run(by, found, number))
    return done(request, step.afterwards, "meeting", found.pk)


def _context(by: Acting, found: Meeting) -> dict[str, object]:
    board, view = board_of(found), view_of(by, found)
    return {
        **board_context(board, view),
        **now_context(by, found),
        "title": title_of(found),
        "now": now().astimezone(TAIPEI),
        "facts": _facts(found),
        "own": own_meeting(by, found),
        "chair": chair_ruling(found, board.chair) if board.attending else None,
        "links": links_of(by, found),
    }


def _facts(found: Meeting) -> list[tuple[Sentence, str]]:
    """Day, hour, place and kind."""
    return [
        (Sentence("日期", "Day"), both_dates(found.held_on)),
        (Sentence("時間", "Time"), f"{found.begins:%H:%M}–{found.ends:%H:%M}"),
        (Sentence("地點", "Place"), found.place),
        (Sentence("種類", "Kind"), say(kind_of(found))),
    ]
