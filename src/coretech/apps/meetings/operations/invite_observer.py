"""Inviting somebody to sit in and give an opinion (art. 5(2))."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Item, Meeting, Observer
from coretech.apps.meetings.notices import News, tell_people
from coretech.apps.meetings.seats import sitting
from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST = {"name": 80, "organisation": 120, "why": 200}


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited, from where, why, and to which item; the whole meeting where none is named.

    ``account`` is the user name of whoever signs with an account; ``signed_on`` the day of an agreement on paper.
    """

    name: str
    organisation: str
    why: str
    item: int | None = None
    account: str = ""
    signed_on: dt.date | None = None


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may invite to the meeting now."""
    allow_on(by, meeting.body, Action.INVITE_OBSERVER)
    require_not_closed(meeting)


@operation
def invite_observer(by: Acting, meeting_id: int, given: Invitation) -> Act:
    """Invite; whoever has an account is told, and asked to sign first (art. 11)."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    item, person = _item(meeting, given), _person(meeting, given)
    name, organisation, why = (_words(given, field) for field in LONGEST)
    if given.signed_on is not None and given.signed_on > by.today:
        raise bad_input("signed_on", "簽署日不得晚於今日。", "The agreement cannot be signed in the future.")
    if meeting.observers.filter(name=name, organisation=organisation, item=item).exists():
        raise wrong_state("已邀請此人列席。", "That person has been invited already.")
    observer = Observer.objects.create(
        meeting=meeting,
        item=item,
        person=person,
        name=name,
        organisation=organisation,
        why=why,
        signed_on=given.signed_on,
    )
    act = record(
        by,
        "meeting.observer_invited",
        meeting.subject,
        public={"item": None if item is None else item.order},
        confidential={"observer": observer.pk, "name": name, "organisation": organisation},
        why=why,
    )
    tell_people(act, meeting, News.INVITED, [] if person is None else [person])
    return act


def _words(given: Invitation, field: str) -> str:
    words, longest = str(getattr(given, field)).strip(), LONGEST[field]
    if not 0 < len(words) <= longest:
        raise bad_input(
            field,
            f"姓名、單位與事由都要填，此欄最多{longest}字。",
            f"Name, organisation and reason are all needed; {longest} characters at most here.",
        )
    return words


def _item(meeting: Meeting, given: Invitation) -> Item | None:
    if given.item is None:
        return None
    item = meeting.items.filter(pk=given.item).first()
    if item is None:
        raise bad_input("item", "請選擇本次會議的議案。", "Choose an item of this meeting.")
    return item


def _person(meeting: Meeting, given: Invitation) -> Person | None:
    """Who signs with the account; never somebody who sits at the meeting anyway."""
    if not given.account.strip():
        return None
    person = Person.objects.filter(account__username=given.account.strip()).first()
    if person is None:
        raise bad_input(
            "account", "沒有這個帳號；沒有帳號者請留白。", "There is no such account; leave it blank."
        )
    if person.pk in sitting(meeting).values():
        raise bad_input(
            "account", "此人以委員或代表身分出席，不能同時列席。", "That person sits at the meeting as it is."
        )
    return person
