"""Observers: invited, admitted by their agreement, recorded as present (arts. 5(2), 11)."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import NO_NUL, AddressNumber, Day, Given, Id, Line, Shown
from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.admission import observer_ruling
from coretech.apps.meetings.models import Meeting, Observer
from coretech.apps.meetings.observing import no_such_observer
from coretech.apps.meetings.operations.invite_observer import Invitation, invite_observer
from coretech.apps.meetings.operations.record_observers import record_observers
from coretech.apps.meetings.operations.record_paper_agreement import record_paper_agreement
from coretech.apps.meetings.operations.withdraw_invitation import withdraw_invitation
from coretech.apps.meetings.queries import find_meeting
from coretech.law.access import Action

router = Router(tags=["meetings"])

Name = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=NO_NUL)]
Organisation = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]
AccountName = Annotated[str, StringConstraints(strict=True, max_length=150, pattern=NO_NUL)]


class ObserverShown(Shown):
    """Somebody invited, and the law's word on whether they may enter."""

    id: int
    item: int | None
    name: str
    organisation: str
    why: str
    signed_on: dt.date | None
    present: bool
    admission: RulingShown


class InvitationGiven(Given):
    """Who is invited and why; to the whole meeting where no item is named."""

    name: Name
    organisation: Organisation
    why: Line
    item: Id | None = None
    account: AccountName = ""
    signed_on: Day | None = None


class PresenceGiven(Given):
    """The observers who are in the room now."""

    present: list[Id] = Field(max_length=500)


class PaperAgreementGiven(Given):
    """The day on the agreement signed on paper."""

    signed_on: Day


@router.get("/{meeting_id}/observers", response=list[ObserverShown], summary="列席者 / Observers")
def list_observers(request: HttpRequest, meeting_id: AddressNumber) -> list[ObserverShown]:
    """Everybody invited, for whoever invites."""
    meeting = _meeting(acting(request), meeting_id)
    rows = meeting.observers.select_related("meeting__body", "person")
    return [_shown(each) for each in rows]


@router.post("/{meeting_id}/observers", response=WRITTEN, summary="邀請列席 / Invite an observer")
def invite(request: HttpRequest, meeting_id: AddressNumber, given: InvitationGiven) -> Status[Done]:
    """Invite somebody to sit in; whoever has an account is told and asked to sign."""
    _meeting(acting(request), meeting_id)
    invitation = Invitation(**given.model_dump())
    return written(request, lambda by: invite_observer(by, meeting_id, invitation))


@router.put("/{meeting_id}/observers/presence", response=WRITTEN, summary="登錄列席 / Record observers")
def record_presence(request: HttpRequest, meeting_id: AddressNumber, given: PresenceGiven) -> Status[Done]:
    """Write which observers are in the room; nobody enters who has not signed (art. 11)."""
    _meeting(acting(request), meeting_id)
    return written(request, lambda by: record_observers(by, meeting_id, set(given.present)))


@router.put(
    "/{meeting_id}/observers/{observer_id}/agreement",
    response=WRITTEN,
    summary="登錄書面協議 / Record a paper agreement",
)
def record_paper(
    request: HttpRequest, meeting_id: AddressNumber, observer_id: AddressNumber, given: PaperAgreementGiven
) -> Status[Done]:
    """Record that an observer signed the agreement on paper (art. 11)."""
    _require_observer(acting(request), meeting_id, observer_id)
    return written(request, lambda by: record_paper_agreement(by, observer_id, given.signed_on))


@router.post(
    "/{meeting_id}/observers/{observer_id}/withdrawal",
    response=WRITTEN,
    summary="取消邀請 / Withdraw an invitation",
)
def uninvite(request: HttpRequest, meeting_id: AddressNumber, observer_id: AddressNumber) -> Status[Done]:
    """Take back the invitation of somebody who has not come."""
    _require_observer(acting(request), meeting_id, observer_id)
    return written(request, lambda by: withdraw_invitation(by, observer_id))


def _meeting(by: Acting, meeting_id: int) -> Meeting:
    meeting = find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.INVITE_OBSERVER)
    return meeting


def _require_observer(by: Acting, meeting_id: int, observer_id: int) -> None:
    if not _meeting(by, meeting_id).observers.filter(pk=observer_id).exists():
        raise no_such_observer()


def _shown(each: Observer) -> ObserverShown:
    return ObserverShown(
        id=each.pk,
        item=each.item_id,
        name=each.name,
        organisation=each.organisation,
        why=each.why,
        signed_on=each.signed_on,
        present=each.present,
        admission=RulingShown.model_validate(observer_ruling(each).as_dict()),
    )
