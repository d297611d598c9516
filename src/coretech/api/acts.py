"""What every write answers with: its act, and where the thing is that the act is about."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from ninja import Status
from pydantic import JsonValue

from coretech.api.auth import acting
from coretech.api.places import place_of
from coretech.api.schemas import Moment, Shown
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import AlreadyDone


class ActBrief(Shown):
    """An act of the log: its number, when, what, and on what."""

    seq: int
    at: Moment
    kind: str
    subject: str


class ActShown(ActBrief):
    """An act with the part of its leaf that anybody may read, and the leaf's hash."""

    public: dict[str, JsonValue]
    leaf_hash: str


class Done(Shown):
    """What a write did: ``location`` is where to read on."""

    act: ActBrief
    location: str


WRITTEN = {HTTPStatus.CREATED.value: Done, HTTPStatus.OK.value: Done}


def written(request: HttpRequest, run: Callable[[Acting], Act], location: str = "") -> Status[Done]:
    """Run an operation: 201 with its act, or 200 with the first one's where the request came before."""
    try:
        status, act = HTTPStatus.CREATED, run(acting(request))
    except AlreadyDone as done:
        status, act = HTTPStatus.OK, done.act
    return Status(status, Done(act=brief(act), location=location or place_of(act.subject)))


def brief(act: Act) -> ActBrief:
    """The act without its content."""
    return ActBrief(seq=act.seq, at=act.at, kind=act.kind, subject=act.subject)


def shown(act: Act) -> ActShown:
    """The act with its public part."""
    return ActShown(**brief(act).model_dump(), public=act.public, leaf_hash=bytes(act.leaf_hash).hex())
