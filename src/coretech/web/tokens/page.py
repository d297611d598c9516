"""Tokens of one's own: made, listed and revoked; a secret is shown once and never kept."""

import datetime as dt

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coretech.apps.accounts.models import Account, ApiToken
from coretech.apps.accounts.operations.create_token import create_token, new_secret
from coretech.apps.accounts.operations.revoke_token import revoke_token
from coretech.apps.accounts.queries import account_of_token, tokens_of
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting, once
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import both

CREATE, REVOKE = "create", "revoke"
LIVES = (30, 90, 366)
LARGEST_ROW = 2**63 - 1

COLUMNS = (
    Column(Sentence("名稱", "Name")),
    Column(Sentence("到期", "Expires")),
    Column(Sentence("狀態", "State")),
    Column(Sentence("撤銷", "Revoke")),
)

_REVOKED = Sentence("權杖已撤銷。", "The token is revoked.")
_MADE_BEFORE = Sentence(
    "這個權杖先前已建立，密文只顯示一次。若未抄下，請撤銷後重新建立。",
    "This token was made before, and its secret is shown once only. If it is lost, revoke it and make another.",
)


class TokenForm(forms.Form):
    """What the token is for, and how long it lives."""

    label = forms.CharField(
        label=both("名稱", "Name"),
        help_text=both("例如使用此權杖的程式名稱", "For example the program that will use it"),
        max_length=80,
    )
    days = forms.TypedChoiceField(
        label=both("效期", "Valid for"),
        coerce=int,
        initial=LIVES[1],
        widget=forms.RadioSelect,
        choices=[(days, both(f"{days}日", f"{days} days")) for days in LIVES],
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The tokens of the account that is signed in, and a form for another."""
    by = acting(request)
    allow(by, Action.MANAGE_OWN_TOKENS)
    step = request.POST.get("step", "")
    if step == REVOKE:
        return _revoke(request, by)
    if request.method == "POST" and step != CREATE:
        message = "tokens have no such step"
        raise BadRequest(message)
    return _create(request, by)


def _create(request: HttpRequest, by: Acting) -> HttpResponse:
    """The page; where a token was made just now, with its secret, which a second sending does not show again."""
    form, secret = TokenForm(sent(request, CREATE)), new_secret()
    act = attempt(
        form, lambda: create_token(by, secret, form.cleaned_data["label"], form.cleaned_data["days"])
    )
    if act is None:
        return _draw(request, by, form)
    if account_of_token(secret, by.at) is None:
        return done(request, _MADE_BEFORE, "tokens")
    return _draw(request, by, TokenForm(), secret)


def _revoke(request: HttpRequest, by: Acting) -> HttpResponse:
    number = request.POST.get("token", "")
    if not (number.isascii() and number.isdigit() and int(number) <= LARGEST_ROW):
        message = "a token is named by its number"
        raise BadRequest(message)
    once(lambda: revoke_token(by, int(number)))
    return done(request, _REVOKED, "tokens")


def _draw(request: HttpRequest, by: Acting, form: TokenForm, secret: str = "") -> HttpResponse:
    account = Account.objects.get(pk=by.account_id or 0)
    rows = [(token, _tag(token, by.at)) for token in tokens_of(account)]
    context = {"form": form, "secret": secret, "rows": rows, "columns": COLUMNS}
    return draw(request, "tokens/tokens.jinja", context, form)


def _tag(token: ApiToken, at: dt.datetime) -> Tag:
    if token.revoked_at is not None:
        return Tag(Sentence("已撤銷", "Revoked"), "grey")
    if token.expires_at <= at:
        return Tag(Sentence("已到期", "Expired"), "grey")
    return Tag(Sentence("有效", "Live"), "green")
