"""The scenes after the meeting: its minutes are drafted from the acts, signed, circulated and confirmed."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.finding import newest_version
from coretech.apps.meetings.models import Minutes, MinutesSignature
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.confirm_minutes import confirm_minutes
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.people.models import Person
from coretech.demo.acting import acting_as
from coretech.demo.cast import CHAIR, OFFICE
from coretech.demo.found import meeting_day, the_meeting
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_ROUND = dt.timedelta(days=7)


def _minutes() -> Minutes | None:
    return Minutes.objects.filter(meeting=the_meeting()).first()


def _draft(by: Acting) -> Came:
    return Came([draft_minutes(by, the_meeting().pk)])


def _sign(by: Acting) -> Came:
    """The recorder signs first, then the chair; whoever has signed is left out."""
    del by
    signers = {MinutesSignature.Role.RECORDER: OFFICE, MinutesSignature.Role.CHAIR: CHAIR}
    acts = []
    for role, username in signers.items():
        if not _signed(role):
            name = Person.objects.get(account__username=username).name_zh
            acts.append(sign_minutes(acting_as(username), the_meeting().pk, name))
    return Came(acts)


def _signed(role: MinutesSignature.Role) -> bool:
    minutes = _minutes()
    return minutes is not None and newest_version(minutes).signatures.filter(role=role).exists()


def _circulate(by: Acting) -> Came:
    return Came([circulate_minutes(by, the_meeting().pk, by.today + _ROUND)])


def _confirm(by: Acting) -> Came:
    return Came([confirm_minutes(by, the_meeting().pk)])


def _stands_at(*states: Minutes.State) -> bool:
    minutes = _minutes()
    return minutes is not None and minutes.state in states


def _after_the_round() -> dt.date:
    """The day after the last day to answer."""
    minutes = _minutes()
    until = None if minutes is None else minutes.reply_until
    return (until or meeting_day() + _ROUND) + dt.timedelta(days=1)


SCENES = (
    Scene(
        Sentence("由紀錄擬會議紀錄", "The minutes are drafted from the acts"),
        OFFICE,
        Action.WRITE_MINUTES,
        meeting_day,
        lambda: _minutes() is not None,
        _draft,
    ),
    Scene(
        Sentence("紀錄人與主席簽署", "The recorder and the chair sign"),
        CHAIR,
        Action.SIGN_MINUTES,
        meeting_day,
        lambda: all(_signed(role) for role in MinutesSignature.Role),
        _sign,
    ),
    Scene(
        Sentence("會議紀錄送委員傳閱", "The minutes go round"),
        OFFICE,
        Action.WRITE_MINUTES,
        meeting_day,
        lambda: _stands_at(Minutes.State.CIRCULATING, Minutes.State.CONFIRMED),
        _circulate,
    ),
    Scene(
        Sentence("期滿無異議，確認會議紀錄", "Nobody objects, and the minutes are confirmed"),
        CHAIR,
        Action.CONFIRM_MINUTES,
        _after_the_round,
        lambda: _stands_at(Minutes.State.CONFIRMED),
        _confirm,
    ),
)
