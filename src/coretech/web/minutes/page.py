"""The minutes of a meeting as a page to read, with the reader's own steps; or the button that drafts them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.edition import edition_of, is_secret
from coretech.apps.meetings.minuting.finding import find_minutes, newest_version, no_minutes
from coretech.apps.meetings.minuting.reading import for_reader
from coretech.apps.meetings.minuting.replies import standing_of
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.meetings.operations import draft_minutes
from coretech.apps.meetings.queries import find_meeting
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import title_of
from coretech.web.minutes.blocks import drawn
from coretech.web.minutes.steps import steps_of
from coretech.web.minutes.words import STATES, document_language
from coretech.web.sending import done

_DRAFTED = Sentence(
    "草稿已依會議紀錄製成，請填寫發言摘要。", "The draft is made from the acts; add the discussion."
)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The newest version; where there is none, whoever may draft it is offered that."""
    by = acting(request)
    meeting = find_meeting(by, meeting_id)
    if request.method == "POST":
        once(lambda: draft_minutes.draft_minutes(by, meeting.pk))
        return done(request, _DRAFTED, "minutes", meeting.pk)
    if not Minutes.objects.filter(meeting=meeting).exists():
        return _undrafted(request, by, meeting)
    return render(request, "minutes/minutes.jinja", _context(by, find_minutes(by, meeting.pk)))


def _undrafted(request: HttpRequest, by: Acting, meeting: Meeting) -> HttpResponse:
    gate = gate_of(draft_minutes.check, by, meeting)
    if gate is None:
        raise no_minutes()
    return render(
        request, "minutes/draft.jinja", {"meeting": meeting, "title": title_of(meeting), "gate": gate}
    )


def _context(by: Acting, found: Minutes) -> dict[str, object]:
    version = newest_version(found)
    edition = edition_of(found, version)
    copy = for_reader(by, found, version)
    document = document_of(copy, edition, document_language())
    return {
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "minutes": found,
        "edition": edition,
        "state": STATES[Minutes.State(found.state)],
        "secret": is_secret(copy.content),
        "document": document,
        "blocks": drawn(document),
        "steps": steps_of(by, found),
        "answers": standing_of(found) if found.state == Minutes.State.CIRCULATING else None,
        "writes": who_may_on(by, found.meeting.body, Action.WRITE_MINUTES).is_yes,
    }
