"""One's own calendar by secret address: made, renewed and ended; the address is shown once."""

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.feeds import address_of, digest_of, feed_of, new_key
from coretech.apps.duties.operations import make_feed
from coretech.apps.duties.operations.end_feed import end_feed
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.sending import attempt, done, sent
from coretech.web.shell.words import language

MAKE, END = "make", "end"

_ENDED = Sentence(
    "網址已停用；訂閱這個網址的行事曆不再更新。",
    "The address is ended; calendars that follow it get nothing more.",
)
_MADE_BEFORE = Sentence(
    "網址先前已建立，只顯示一次。若未抄下，請重新建立。",
    "The address was made before and is shown once only. If it is lost, make a new one.",
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """How to subscribe, and the steps to make, renew and end the address."""
    by = acting(request)
    make_feed.check(by)
    step = request.POST.get("step", "")
    if step == END:
        once(lambda: end_feed(by))
        return done(request, _ENDED, "calendar_feed")
    if request.method == "POST" and step != MAKE:
        message = "calendars have no such step"
        raise BadRequest(message)
    return _make(request, by)


def _make(request: HttpRequest, by: Acting) -> HttpResponse:
    """The page; where an address was made just now, with it, which a second sending does not show again."""
    key = new_key()
    act = attempt(forms.Form(sent(request, MAKE)), lambda: make_feed.make_feed(by, key))
    feed = feed_of(by)
    if act is not None and (feed is None or feed.key_sha256 != digest_of(key)):
        return done(request, _MADE_BEFORE, "calendar_feed")
    context = {"feed": feed, "address": "" if act is None else address_of(key, language())}
    return render(request, "duties/calendar.jinja", context)
