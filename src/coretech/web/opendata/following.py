"""Calls of one's own machine: the addresses, how the calls went, a form for another; a secret is shown once."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.audit.models import Act
from coretech.apps.register.following import MOST_TRIES, secret_of, webhooks_of
from coretech.apps.register.models import Delivery, Webhook
from coretech.apps.register.operations.end_following import end_following
from coretech.apps.register.operations.follow_register import allowed, follow_register
from coretech.engines.webhooks import new_secret
from coretech.engines.webhooks.addresses import LONGEST
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import both

FOLLOW, END = "follow", "end"
LARGEST_ROW = 2**63 - 1
MOST_SHOWN = 20

COLUMNS = (
    Column(Sentence("公告", "Announcement")),
    Column(Sentence("狀態", "State")),
    Column(Sentence("次數", "Tries"), numeric=True),
    Column(Sentence("情形", "What happened")),
)
_ENDED = Sentence("網址已停用，不再呼叫。", "The address is ended and will not be called.")
_MADE_BEFORE = Sentence(
    "這個網址先前已登錄，密鑰只顯示一次。若未抄下，請停用後重新登錄。",
    "This address was entered before, and its secret is shown once only. If it is lost, end it and enter it again.",
)


class FollowForm(forms.Form):
    """Where to call."""

    address = forms.CharField(
        label=both("網址", "Address"),
        help_text=both(
            "以 https:// 開頭，能從網際網路連到。",
            "It begins with https:// and can be reached from the Internet.",
        ),
        max_length=LONGEST,
    )


@dataclass(frozen=True, slots=True)
class Followed:
    """An address with its newest calls, each with its state."""

    webhook: Webhook
    calls: list[tuple[Delivery, Tag]]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def following(request: HttpRequest) -> HttpResponse:
    """One's own addresses, and the steps to enter and end one."""
    by = acting(request)
    allowed(by)
    step = request.POST.get("step", "")
    if step == END:
        return _end(request, by)
    if request.method == "POST" and step != FOLLOW:
        message = "following has no such step"
        raise BadRequest(message)
    return _follow(request, by)


def _follow(request: HttpRequest, by: Acting) -> HttpResponse:
    """The page; where an address was entered just now, with its secret, which a second sending does not show again."""
    form, secret = FollowForm(sent(request, FOLLOW)), new_secret()
    act = attempt(form, lambda: follow_register(by, form.cleaned_data["address"], secret))
    if act is None:
        return _draw(request, by, form)
    if not _is_kept(act, secret):
        return done(request, _MADE_BEFORE, "following")
    return _draw(request, by, FollowForm(), secret)


def _is_kept(act: Act, secret: str) -> bool:
    with keys_needed():
        return secret_of(Webhook.objects.get(pk=row_of(act))) == secret


def _end(request: HttpRequest, by: Acting) -> HttpResponse:
    number = request.POST.get("webhook", "")
    if not (number.isascii() and number.isdigit() and int(number) <= LARGEST_ROW):
        message = "an address is named by its number"
        raise BadRequest(message)
    once(lambda: end_following(by, int(number)))
    return done(request, _ENDED, "following")


def _draw(request: HttpRequest, by: Acting, form: FollowForm, secret: str = "") -> HttpResponse:
    found = [_followed(webhook) for webhook in webhooks_of(by)]
    context = {"form": form, "secret": secret, "found": found, "columns": COLUMNS, "most_tries": MOST_TRIES}
    return draw(request, "opendata/following.jinja", context, form)


def _followed(webhook: Webhook) -> Followed:
    calls = list(webhook.deliveries.all())[:MOST_SHOWN]
    return Followed(webhook, [(call, _tag(webhook, call)) for call in calls])


def _tag(webhook: Webhook, call: Delivery) -> Tag:
    if call.delivered_at is not None:
        return Tag(Sentence("已送達", "Arrived"), "green")
    if call.tries >= MOST_TRIES:
        return Tag(Sentence("未能送達", "Given up"), "red")
    if webhook.ended_at is not None:
        return Tag(Sentence("已停用", "Ended"), "grey")
    return Tag(Sentence("等候呼叫", "Waiting"), "blue")
