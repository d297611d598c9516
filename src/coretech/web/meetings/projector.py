"""The screen in public: what everybody in the hall may see, and nothing that tells what the cases are about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coretech.apps.audit.clock import now
from coretech.apps.meetings.board import View, board_of
from coretech.apps.meetings.models import Meeting
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found
from coretech.web.meetings.room_board import board_context
from coretech.web.meetings.words import title_of


def find_by_key(key: str) -> Meeting:
    """The meeting whose screen has this address (HTTP 404 where none has)."""
    meeting = Meeting.objects.select_related("body__agency", "current").filter(screen_key=key).first()
    if meeting is None:
        raise not_found(
            "沒有這個畫面；請向會議秘書索取正確網址。", "There is no such screen; ask for its address."
        )
    return meeting


@never_cache
@require_safe
def screen(request: HttpRequest, key: str) -> HttpResponse:
    """The projector's page; observers may open it on their own devices."""
    found = find_by_key(key)
    context = {
        **board_context(board_of(found), View.SCREEN),
        "title": title_of(found),
        "body": found.body.name,
        "now": now().astimezone(TAIPEI),
    }
    return render(request, "meetings/projector.jinja", context)


@never_cache
@require_safe
def screen_board(request: HttpRequest, key: str) -> HttpResponse:
    """The projector's board alone, for a browser whose stream does not come through."""
    context = board_context(board_of(find_by_key(key)), View.SCREEN)
    return render(request, "meetings/board_screen.jinja", context)
