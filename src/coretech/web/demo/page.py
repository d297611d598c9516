"""The demonstration's page and its two forms: stepping into a role, and moving the day."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from coretech.apps.audit.clock import now
from coretech.apps.bodies.demo_day import move_demo_day
from coretech.apps.bodies.players import find_player, players
from coretech.kit.refusal import Refused
from coretech.web.acting import acting
from coretech.web.demo.duties import standing_duties
from coretech.web.demo.forms import DayForm, SignInForm
from coretech.web.demo.groups import groups
from coretech.web.demo.guide import scenes
from coretech.web.demo.reporting import reporting
from coretech.web.demo.stage_only import stage_only
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.navigation import front_page, page_address
from coretech.web.shell.words import tr

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_safe
@stage_only
def demo(request: HttpRequest) -> HttpResponse:
    """What comes next and for whom, the day, and everybody's account. Public, on the stage only."""
    return _page(request, DayForm(initial={"day": acting(request).today}))


@require_POST
@stage_only
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration's accounts, without a password; no other account is let in this way."""
    form = SignInForm(request.POST)
    form.full_clean()
    account = find_player(form.cleaned_data.get("account", ""))
    login(request, account, backend=_BACKEND)
    messages.success(
        request, tr(f"您現在以「{account.username}」登入。", f"You are signed in as {account.username}.")
    )
    return redirect(_onward(request, form.cleaned_data.get("next", "")))


@require_POST
@stage_only
def move_day(request: HttpRequest) -> HttpResponse:
    """Let the demonstration go on at another day, never before what has been done."""
    form = DayForm(request.POST)
    if not form.is_valid():
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        move_demo_day(form.cleaned_data["day"])
    except Refused as refusal:
        add_refusal(form, refusal)
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    day = words_of_date(form.cleaned_data["day"])
    messages.success(request, tr(f"示範日期是{day}。", f"The demonstration stands at {day}."))
    return redirect("demo")


def _page(request: HttpRequest, form: DayForm, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    cast = players(now())
    context = {
        "today": acting(request).today,
        "form": form,
        "scenes": scenes(cast),
        "duties": standing_duties(cast),
        "reporting": reporting(cast),
        "groups": groups(cast),
    }
    return render(request, "demo/demo.jinja", context, status=status)


def _onward(request: HttpRequest, wanted: str) -> str:
    """The page of this site the button named, else the account's own work."""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return wanted
    return page_address("work") or front_page()
