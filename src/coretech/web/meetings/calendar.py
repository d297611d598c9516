"""A meeting as a calendar file to keep."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.queries import acts_of
from coretech.apps.meetings import queries
from coretech.apps.meetings.calendar import calendar_of
from coretech.apps.meetings.models import Meeting
from coretech.engines.calendars.appointment import Method
from coretech.engines.calendars.ics import MEDIA_TYPE
from coretech.web.acting import acting
from coretech.web.shell.words import language


@require_safe
def meeting_calendar(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The file as of the newest notice: the same entry that the mail carried, addressed to nobody."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    method = Method.CANCEL if found.state == Meeting.State.CANCELLED else Method.PUBLISH
    newest = acts_of(found.subject).last()
    stamped_at = by.at if newest is None else newest.at
    answer = HttpResponse(
        calendar_of(found, method, stamped_at, language()),
        content_type=f"{MEDIA_TYPE}; charset=utf-8; method={method.value}",
    )
    answer["Content-Disposition"] = f'attachment; filename="meeting-{found.year}-{found.session}.ics"'
    return answer
