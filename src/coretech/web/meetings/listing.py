"""The list of meetings."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.meetings import queries
from coretech.apps.meetings.calling import callable_bodies
from coretech.apps.meetings.models import Meeting
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import KINDS, MEETING_STATES, title_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column

ROWS = 20
COLUMNS = (
    Column(Sentence("會議", "Meeting")),
    Column(Sentence("召開者", "Body")),
    Column(Sentence("日期", "Day")),
    Column(Sentence("地點", "Place")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("狀態", "State")),
)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings this reader may know of, newest first: the council's, or those of an agency's panel."""
    by = acting(request)
    queries.require_reader(by)
    page = Paginator(queries.visible_meetings(by), ROWS).get_page(request.GET.get("page"))
    rows = [
        (
            meeting,
            title_of(meeting),
            KINDS[Meeting.Kind(meeting.kind)],
            MEETING_STATES[Meeting.State(meeting.state)],
        )
        for meeting in page
    ]
    context = {
        "columns": COLUMNS,
        "rows": rows,
        "paging": paging(request, page),
        "may_call": bool(callable_bodies(by)),
        "panels": bool(by.standing.agencies | by.standing.panels),
    }
    return render(request, "meetings/list.jinja", context)
