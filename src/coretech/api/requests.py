"""Requests and notices under article 10(2): anybody sends one; its authority decides; its sender follows it."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import (
    NO_NUL,
    Code,
    Count,
    Given,
    Line,
    Moment,
    Named,
    Page,
    Paging,
    Paragraphs,
    Shown,
    cut,
)
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.inventory.asked.requests import (
    discretion,
    find_request,
    is_late,
    request_of_secret,
    require_reader,
    visible_requests,
)
from coretech.apps.inventory.models import Request
from coretech.apps.inventory.operations.decide_request import Taken, decide_request
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.register.asked import listed_item, listed_technologies
from coretech.kit.refusal import bad_input

router = Router(tags=["requests"])

Aspect = Literal["", "name", "scope", "authority", "split", "merge", "removal"]
RequestNumber = Annotated[str, StringConstraints(max_length=24, pattern=r"^[0-9]{1,4}-R-[0-9]{4,}$")]
Secret = Annotated[str, StringConstraints(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Name = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]


class RequestFollowed(Shown):
    """A request as its sender follows it; ``no`` is the item of the list today, null for something new."""

    number: str
    kind: str
    no: int | None
    aspect: str | None
    authority: Named
    received_at: Moment
    answer_due: dt.date
    decision: str | None
    reason: str | None
    decided_at: Moment | None
    ruling: RulingShown


class RequestShown(RequestFollowed):
    """A request as its authority and the Office see it, its sender with it."""

    late: bool
    sender: str
    organisation: str
    contact: str
    text: str
    candidate: int | None


class RequestGiven(Given):
    """A request or a notice: of an item of the list by ``no``, or of something new, for the ``authority`` named."""

    kind: Literal["holder_request", "environment_changed"]
    no: Count | None = Field(None, description="The item of the list; left out for something new.")
    aspect: Aspect = Field("", description="What of the item should change; empty where it is not sure.")
    authority: Code = Field("", description="For something new alone; an item names its authority itself.")
    sender: Name
    organisation: Name = ""
    contact: Line = Field(description="The e-mail address the answer goes to.")
    text: Paragraphs = Field(description="Without trade secrets and state secrets; 5000 characters at most.")


class CandidateOf(Given):
    """The candidate a request becomes, as it would stand on the list."""

    name_zh: Line
    name_en: Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
    sector: Code
    aspect: Aspect = ""
    authority: Code = ""


class DecisionGiven(Given):
    """The decision: taken up as a ``candidate``, or not where none is given; with reasons the sender reads."""

    reason: Paragraphs
    candidate: CandidateOf | None = None


class Received(Done):
    """What sending did: the number, and where the sender follows the request."""

    number: str
    follow: str


@router.get("", response=Page[RequestShown], summary="請求與通知 / Requests and notices")
def list_requests(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[RequestShown]:
    """All for the Office, its own for an authority, newest first; they hold personal data."""
    by = acting(request)
    require_reader(by)
    total, rows = cut(visible_requests(by), paging)
    numbers = _numbers(by)
    return Page(total=total, items=[_shown(by, row, numbers) for row in rows])


@router.post(
    "",
    auth=PUBLIC,
    response={201: Received, 200: Received},
    summary="提出請求或通知 / Send a request or a notice",
)
def send_new_request(request: HttpRequest, given: RequestGiven) -> Status[Received]:
    """Ask for an identification, a change or a removal, or give notice of a change; anybody may."""
    asked = _asked(acting(request), given)
    done = written(request, lambda by: send_request(by, asked), reverse("api:list_requests"))
    subject = done.value.act.subject
    follow = reverse("api:follow_request", kwargs={"secret": secret_of(subject)})
    number = subject.removeprefix("request/")
    received = Received(act=done.value.act, location=follow, number=number, follow=follow)
    return Status(done.status_code, received)


@router.get("/follow/{secret}", auth=PUBLIC, response=RequestFollowed, summary="追蹤請求 / Follow a request")
def follow_request(request: HttpRequest, secret: Secret) -> RequestFollowed:
    """Where the request behind a secret address stands, and why; nobody's name is in it."""
    by = acting(request)
    return _followed(by, request_of_secret(secret), _numbers(by))


@router.get("/{request_number}", response=RequestShown, summary="一件請求 / One request")
def show_request(request: HttpRequest, request_number: RequestNumber) -> RequestShown:
    """One request, where this account may see it."""
    by = acting(request)
    return _shown(by, find_request(by, request_number), _numbers(by))


@router.post("/{request_number}/decision", response=WRITTEN, summary="決定是否辦理 / Decide a request")
def decide(request: HttpRequest, request_number: RequestNumber, given: DecisionGiven) -> Status[Done]:
    """Take the request up as a candidate, or decline it; the authority's officers do (art. 10)."""
    find_request(acting(request), request_number)
    taken = None if given.candidate is None else Taken(**given.candidate.model_dump())
    place = reverse("api:show_request", kwargs={"request_number": request_number})
    return written(request, lambda by: decide_request(by, request_number, given.reason, taken), place)


def _asked(by: Acting, given: RequestGiven) -> Asked:
    """The request for the operation; an item's authority is the one in charge of it today."""
    said = given.model_dump(exclude={"no", "authority"})
    if given.no is None:
        return Asked(**said, authority=given.authority)
    if given.authority:
        raise bad_input(
            "authority", "清單項目已有主管機關，請勿填寫。", "A listed item has its authority; leave it out."
        )
    version = listed_item(given.no, by.today)
    return Asked(**said, authority=version.authority.code, technology=version.item.technology_id)


def _numbers(by: Acting) -> dict[int, int]:
    """The number on today's list of each technology, by its id."""
    return {key: version.item.number for key, version in listed_technologies(by.today).items()}


def _followed(by: Acting, row: Request, numbers: dict[int, int]) -> RequestFollowed:
    return RequestFollowed(
        number=row.number,
        kind=row.kind,
        no=numbers.get(row.technology_id or 0),
        aspect=row.aspect or None,
        authority=agency_on(row.authority, by.today),
        received_at=row.received_at,
        answer_due=row.answer_due,
        decision=row.decision or None,
        reason=row.reason or None,
        decided_at=row.decided_at,
        ruling=RulingShown.model_validate(discretion(row, by.today).as_dict()),
    )


def _shown(by: Acting, row: Request, numbers: dict[int, int]) -> RequestShown:
    return RequestShown(
        **_followed(by, row, numbers).model_dump(),
        late=is_late(row, by.today),
        sender=row.sender,
        organisation=row.organisation,
        contact=row.contact,
        text=row.text,
        candidate=row.candidate_id,
    )
