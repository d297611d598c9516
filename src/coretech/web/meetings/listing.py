"""The list of meetings."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import call_meeting
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import KINDS, MEETING_STATES, title_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column

ROWS = 20
COLUMNS = (
    Column(Sentence("會議", "Meeting")),
    Column(Sentence("日期", "Day")),
    Column(Sentence("地點", "Place")),
    Column(Sentence("種類", "Kind")),
    Column(Sentence("狀態", "State")),
)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The council's meetings, newest first, for those who may know of them."""
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
        "may_call": refusal_of(call_meeting.check, by) is None,
    }
    return render(request, "meetings/list.jinja", context)
