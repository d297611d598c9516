"""Addresses for the shell's tests: a page of each kind, in both languages, beside the real sign-in."""

import datetime as dt

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.law.meeting import resolution

handler400 = "coretech.web.shell.problems.bad_request"
handler403 = "coretech.web.shell.problems.forbidden"
handler404 = "coretech.web.shell.problems.not_found"
handler500 = "coretech.web.shell.problems.server_error"

DAY = dt.date(2025, 11, 24)
TIED = resolution.rule(
    resolution.Facts(members_in_office=25, entitled_present=14, for_=7, against=5, abstain=2), DAY
)
PAGE = (
    "{% extends 'layout.jinja' %}{% block content %}<h1>{{ tr('這一頁', 'This page') }}</h1>"
    "<form method='post'>{{ csrf_input }}</form>{% endblock %}"
)


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(engines["pages"].from_string(PAGE).render({}, request))


def refuse_by_law(_request: HttpRequest) -> HttpResponse:
    raise Refused(TIED.reason, ruling=TIED)


def refuse_as_absent(_request: HttpRequest) -> HttpResponse:
    raise not_found("沒有這個案件。", "There is no such case.")


def refuse_oddly(_request: HttpRequest) -> HttpResponse:
    raise Refused(Sentence("已不在此處。", "It is gone."), status=410)


def forbid(_request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def suspect(_request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def break_down(_request: HttpRequest) -> HttpResponse:
    message = "a secret detail"
    raise RuntimeError(message)


urlpatterns = i18n_patterns(
    path("", page, name="register"),
    path("cases/", page, name="cases"),
    path("cases/1/", page, name="case"),
    path("work/", page, name="work"),
    path("home/", page, name="home"),
    path("law/", page, name="law"),
    path("refused/", refuse_by_law, name="refused"),
    path("absent/", refuse_as_absent, name="absent"),
    path("odd/", refuse_oddly, name="odd"),
    path("forbidden/", forbid, name="forbidden"),
    path("suspect/", suspect, name="suspect"),
    path("broken/", break_down, name="broken"),
    path("account/", include("coretech.web.shell.sign_in_urls")),
    path("account/tokens/", page, name="tokens"),
    prefix_default_language=False,
)
