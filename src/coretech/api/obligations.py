"""What other laws tie to a listed technology: duties by what brings them about, each with its source."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router

from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import Named, Shown, Words
from coretech.apps.register.obligations import (
    ACTORS,
    CHECKED,
    NO_ADVICE,
    TIES,
    VERBS,
    Followed,
    Follows,
    follows_for,
    follows_in_general,
)
from coretech.kit.sentence import Sentence
from coretech.readers.obligations import Actor

router = Router(auth=PUBLIC, tags=["obligations"])
of_item = Router(auth=PUBLIC, tags=["obligations"])

No = Annotated[int, Path(ge=1, le=9999, description="The item's number.")]


class DutySource(Shown):
    """Where a duty was read; `bundled` where it is a document this system rests on."""

    name: Words
    url: str
    bundled: bool


class ObligationShown(Shown):
    """A duty: who, what, since when, by which article; `verified` where the article stands in a bundled source."""

    id: str
    law: Named
    place: Words
    tie: Named
    kind: Named
    actors: list[Named]
    what: Words
    note: Words | None
    since: dt.date | None
    since_unsure: Words | None
    until: dt.date | None
    sources: list[DutySource]
    verified: bool
    checked: Words


class FollowsShown(Shown):
    """What follows; `item` is null for what follows for any technology. Information, no legal advice."""

    item: int | None
    listed: bool
    notice: Words
    duties: list[ObligationShown]


@router.get("", response=FollowsShown, summary="列入清單之後 / What follows once listed")
def list_obligations(request: HttpRequest, actor: Actor | None = None) -> FollowsShown:
    """The duties for any technology that comes to be listed; `actor` leaves those of one kind of actor."""
    return _shown(follows_in_general(acting(request).today, actor), None)


@of_item.get("/{no}/follows", response=FollowsShown, summary="這一項列入之後 / What follows for an item")
def show_follows(request: HttpRequest, no: No, actor: Actor | None = None) -> FollowsShown:
    """The duties that other laws tie to one item of the list, as they stand today."""
    return _shown(follows_for(no, acting(request).today, actor), no)


def _shown(follows: Follows, item: int | None) -> FollowsShown:
    duties = [_duty(each) for _, found in follows.groups for each in found]
    return FollowsShown(item=item, listed=follows.listed, notice=Words.of(NO_ADVICE), duties=duties)


def _duty(each: Followed) -> ObligationShown:
    duty = each.duty
    return ObligationShown(
        id=duty.id,
        law=Named.under(duty.law.id, duty.law.name),
        place=Words.of(duty.place),
        tie=_named(duty.tie, TIES[duty.tie]),
        kind=_named(duty.verb, VERBS[duty.verb]),
        actors=[_named(actor, words) for actor, words in ACTORS.items() if actor in duty.actors],
        what=Words.of(duty.what),
        note=None if duty.note is None else Words.of(duty.note),
        since=each.since,
        since_unsure=None if each.unsure is None else Words.of(each.unsure),
        until=duty.until,
        sources=[
            DutySource(name=Words.of(source.name), url=source.url, bundled=source.bundled)
            for source in duty.sources
        ],
        verified=duty.verified,
        checked=Words.of(CHECKED[duty.checked]),
    )


def _named(code: StrEnum, words: Sentence) -> Named:
    return Named.under(code.value, words)
