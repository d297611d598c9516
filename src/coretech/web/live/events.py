"""The addresses that stream: a meeting for its members, a screen for the public."""

from collections.abc import Callable
from http import HTTPStatus

from asgiref.sync import sync_to_async
from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_GET

from coretech.apps.meetings import queries
from coretech.apps.meetings.board import View, view_of
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.live.hub import hub
from coretech.web.live.screens import Screen, Viewer
from coretech.web.live.stream import stream
from coretech.web.meetings.projector import find_by_key
from coretech.web.shell.words import language

FULL = Refused(
    Sentence(
        "同時觀看這場會議的畫面已達上限；請稍後重新整理。",
        "As many screens follow this meeting as can; reload the page in a while.",
    ),
    status=HTTPStatus.SERVICE_UNAVAILABLE,
)


@require_GET
async def meeting_events(request: HttpRequest, meeting_id: int) -> StreamingHttpResponse:
    """The meeting's board as it changes, for whoever may know of the meeting."""
    return await _streamed(lambda: _member_screen(request, meeting_id))


@require_GET
async def screen_events(_request: HttpRequest, key: str) -> StreamingHttpResponse:
    """The projector's board as it changes, for whoever knows its address."""
    return await _streamed(lambda: _public_screen(key))


async def _streamed(let_in: Callable[[], Screen]) -> StreamingHttpResponse:
    at = hub()
    async with at.door:
        screen = await sync_to_async(let_in)()
    if at.full(screen.meeting):
        raise FULL
    response = StreamingHttpResponse(stream(at, screen), content_type="text/event-stream; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"  # nginx would keep events back until its buffer is full
    return response


def _member_screen(request: HttpRequest, meeting_id: int) -> Screen:
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    viewer = Viewer(by.account_id or 0, request.session.session_key or "")
    return Screen(found.pk, language(), view_of(by, found), viewer)


def _public_screen(key: str) -> Screen:
    found = find_by_key(key)
    return Screen(found.pk, language(), View.SCREEN, key=found.screen_key)
