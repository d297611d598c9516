"""What meetings ask of the reader: sign, declare, vote; and the meetings to come."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.operations import sign_agreement
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.queries import agenda_of, coming_meetings
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.meetings.own import TO_DO, VOTE_NOW, Own, own
from coretech.web.meetings.words import MEETING_STATES, title_of
from coretech.web.shell.parts import Task

_SIGN = Sentence("簽署保密協議", "Sign the non-disclosure agreement")
_WHY_SIGN = Sentence("簽署後始得出席會議、閱覽提報資料。", "Meetings and dossiers open once it is signed.")


def own_tasks(by: Acting) -> Iterator[Task]:
    """What the reader does as oneself: votes, declarations, the agreement."""
    if refusal_of(sign_agreement.check, by) is None:
        yield Task(_SIGN, TO_DO.words, reverse("agreement"), TO_DO.colour, _WHY_SIGN)
    for meeting in coming_meetings(by):
        for item in agenda_of(meeting):
            mine = own(by, item)
            if mine is not None:
                yield from _of(mine)


def coming(by: Acting) -> list[Task]:
    """The meetings that are called or open."""
    return [_meeting(meeting) for meeting in coming_meetings(by)]


def _of(mine: Own) -> Iterator[Task]:
    item, name = mine.item, mine.item.title
    if mine.may_vote:
        title = Sentence(f"表決：{name.zh}", f"Vote: {name.en}")
        yield Task(
            title, VOTE_NOW.words, reverse("vote", args=[item.pk]), VOTE_NOW.colour, title_of(item.meeting)
        )
    if mine.must_declare:
        title = Sentence(f"申報有無利益關係：{name.zh}", f"Declare whether you have an interest: {name.en}")
        yield Task(
            title, TO_DO.words, reverse("declare", args=[item.pk]), TO_DO.colour, title_of(item.meeting)
        )


def _meeting(meeting: Meeting) -> Task:
    day, state = said(meeting.held_on), MEETING_STATES[Meeting.State(meeting.state)]
    where = Sentence(f"{day.zh}，{meeting.place}", f"{day.en}, {meeting.place}")
    return Task(title_of(meeting), state.words, reverse("meeting", args=[meeting.pk]), state.colour, where)
