"""The calendar behind a secret address: whoever has the address reads it, and nobody signs in."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from coretech.apps.audit.clock import now
from coretech.apps.duties.feeds import calendar_of, owner_of
from coretech.engines.calendars.ics import MEDIA_TYPE
from coretech.web.shell.words import language

_AN_HOUR = 3600


@require_safe
def feed(request: HttpRequest, feed_key: str) -> HttpResponse:
    """The owner's deadlines as they may be seen now (HTTP 404 for any other address, 304 where nothing changed).

    Calendars may keep it for an hour; shared caches never, for the address is all that guards it.
    """
    file = calendar_of(owner_of(feed_key, now()), language())
    etag = f'"{hashlib.sha256(file).hexdigest()}"'
    answer = HttpResponse(file, content_type=f"{MEDIA_TYPE}; charset=utf-8; method=PUBLISH")
    answer["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    answer["ETag"] = etag
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    patch_cache_control(answer, private=True, max_age=_AN_HOUR)
    return _as_asked(request, etag, answer)


def _as_asked(request: HttpRequest, etag: str, answer: HttpResponse) -> HttpResponse:
    """The whole file, or that it is the one the calendar has."""
    kept = get_conditional_response(request, etag=etag, response=answer)
    return answer if not isinstance(kept, HttpResponse) else kept
