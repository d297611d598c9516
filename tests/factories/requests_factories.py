"""Requests under article 10(2), sent and decided through the project's own operations."""

import datetime as dt

from coretech.apps.audit.models import Act
from coretech.apps.inventory.models import Request
from coretech.apps.inventory.operations.decide_request import Taken, decide_request
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.register.models import RegisterItem
from tests import factories

SENDER = "持有人甲"
CONTACT = "holder@example.org"
TEXT = "本公司持有此技術，請求變更範疇。"


def asked(number: int | None = 12, **other: str) -> Asked:
    """What a holder asks about an item of the list; about something new where there is no number."""
    about = {"authority": "nstc", "kind": "holder_request", "aspect": "scope"}
    technology = None
    if number is None:
        about["aspect"] = ""
    else:
        technology = RegisterItem.objects.get(number=number).technology_id
    words = {"sender": SENDER, "contact": CONTACT, "text": TEXT, "organisation": "甲公司"}
    return Asked(**{**about, **words, **other}, technology=technology)


def request_of(act: Act) -> Request:
    """The request an act is about."""
    return Request.objects.get(number=act.subject.removeprefix("request/"))


def received(number: int | None = 12, day: dt.date = factories.DAY, **other: str) -> Request:
    """A request that has come in."""
    return request_of(send_request(factories.acting("public", day), asked(number, **other)))


def taken(aspect: str = "scope", **other: str) -> Taken:
    """The candidate a request becomes."""
    names = {"name_zh": "新名稱", "name_en": "New name", "sector": "space"}
    return Taken(**{**names, "aspect": aspect, **other})


def taken_up(request: Request, day: dt.date = factories.DAY) -> Request:
    """The request, taken up by its authority."""
    by = factories.acting(f"agency-{request.authority.code}", day)
    aspect = "" if request.technology_id is None else request.aspect or "scope"
    decide_request(by, request.number, "值得提報。", taken(aspect))
    request.refresh_from_db()
    return request
