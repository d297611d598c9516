"""Holders' requests and notices of change (art. 10(2)): who may read which, and how each stands."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Request
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action, Matter, Role
from coretech.law.change import request as change_request
from coretech.law.ruling import Ruling

REMIND_BEFORE = dt.timedelta(days=14)
"""How long before a request should be answered its authority is reminded."""


def require_reader(by: Acting) -> None:
    """Refuse whoever answers no requests and is not of the Office (HTTP 403)."""
    if Role.OFFICE not in by.standing.roles:
        allow(by, Action.ANSWER_REQUEST, Matter(agencies=by.standing.agencies))


def visible_requests(by: Acting) -> QuerySet[Request]:
    """All for the Office, an authority's own for its officers, none for anybody else: they hold personal data."""
    found = Request.objects.select_related("technology", "authority", "candidate").prefetch_related(
        "authority__names"
    )
    if Role.OFFICE in by.standing.roles:
        return found
    if Role.AGENCY_OFFICER in by.standing.roles:
        return found.filter(authority__code__in=by.standing.agencies)
    return found.none()


def waiting(by: Acting) -> QuerySet[Request]:
    """The requests that wait for their decision, those to be answered first at the top."""
    return visible_requests(by).filter(decision="").order_by("answer_due", "pk")


def decided(by: Acting) -> QuerySet[Request]:
    """The requests that have been decided, newest first."""
    return visible_requests(by).exclude(decision="").order_by("-decided_at", "-pk")


def find_request(by: Acting, number: str) -> Request:
    """The request, where this reader may see it (HTTP 404 otherwise)."""
    found = visible_requests(by).filter(number=number).first()
    if found is None:
        raise _no_such_request()
    return found


def request_of_secret(secret: str) -> Request:
    """The request behind a secret address: whoever knows it may follow the request (HTTP 404 otherwise)."""
    found = Request.objects.select_related("technology", "authority").filter(key=hash_of(secret)).first()
    if found is None:
        raise _no_such_request()
    return found


def is_late(request: Request, day: dt.date) -> bool:
    """Whether the request waits longer than its answer should have taken."""
    return not request.decision and day > request.answer_due


def due_for_reminder(day: dt.date) -> QuerySet[Request]:
    """The undecided requests whose answer comes due soon, or is late."""
    return Request.objects.filter(decision="", answer_due__lte=day + REMIND_BEFORE).order_by("answer_due")


def requests_about(technology_id: int, year: int) -> QuerySet[Request]:
    """What was asked about a technology in a year of Taipei's calendar."""
    first = dt.datetime(year, 1, 1, tzinfo=TAIPEI)
    after = dt.datetime(year + 1, 1, 1, tzinfo=TAIPEI)
    return Request.objects.filter(
        technology_id=technology_id, received_at__gte=first, received_at__lt=after
    ).order_by("pk")


def discretion(request: Request, day: dt.date) -> Ruling:
    """Must the authority act on it? What the law says, with the other reading."""
    facts = change_request.Facts(requested=request.kind == Request.Kind.HOLDER)
    return change_request.rule(facts, day)


def _no_such_request() -> Refused:
    return not_found("沒有這件請求，或您無權閱覽。", "There is no such request, or it is not yours to see.")
