"""Meetings that are over, with every kind of item, and their minutes."""

import datetime as dt
from dataclasses import dataclass, replace

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.content import Words
from coretech.apps.meetings.models import Item, Meeting, Minutes
from coretech.apps.meetings.operations.adopt_without_objection import adopt_without_objection
from coretech.apps.meetings.operations.circulate_minutes import circulate_minutes
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.operations.count_hands import Hands, count_hands
from coretech.apps.meetings.operations.declare import Interest, declare
from coretech.apps.meetings.operations.draft_minutes import draft_minutes
from coretech.apps.meetings.operations.edit_minutes import edit_minutes
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.note_item import note_item
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.sign_minutes import sign_minutes
from coretech.apps.people.models import Person
from tests import factories

DETAIL = "擔任該公司董事之胞弟"
RECUSED = "member-03"
CHAIR, RECORDER = "member-01", "office"
DISCUSSION = "委員就衛星姿態控制之國內供應鏈提出意見，提案機關補充說明。"
OPENING = "感謝各位委員撥冗出席。"
PRESENT = 14


@dataclass(frozen=True)
class Held:
    """A meeting that is over: a report, a case with a recusal voted on by name, a discussion, a motion."""

    meeting: Meeting
    report: Item
    case: Item
    discussion: Item
    motion: Item


def later(by: Acting, minutes: int) -> Acting:
    """The same person so many minutes later."""
    return replace(by, at=by.at + dt.timedelta(minutes=minutes))


def held(day: dt.date = factories.DAY) -> Held:
    """Seat 3 steps aside from the case for a relative, with a reason that nobody else may read."""
    meeting, office = factories.called_meeting(day), factories.acting("office", day)
    report = _listed(meeting, Topic("report", "上次會議決議辦理情形", "What came of the last meeting"))
    case = factories.listed_item(factories.checked_case(factories.addition(), day), meeting)
    discussion = _listed(
        meeting, Topic("discussion", "年度檢討作業時程", "The timetable of the yearly review")
    )
    members = factories.attend(meeting, PRESENT)
    open_meeting(office, meeting.pk)
    motion = _listed(meeting, Topic("motion", "下次會議日期", "The day of the next meeting"))
    note_item(office, report.pk)
    relative = Interest(interest=True, kinship=("parent", "child"), detail=DETAIL)
    declare(factories.acting(RECUSED, day), case.pk, relative)
    others = [member for member in members if member.seat.number != 3]
    factories.declare_none(case, others)
    choices = {2: "against", 4: "abstain"}
    factories.vote(case, {member.pk: choices.get(member.seat.number, "for") for member in others})
    for item in (discussion, motion):
        factories.declare_none(item, members)
    by_hands(discussion, Hands(len(members), 0, 0))
    adopt_without_objection(office, motion.pk, asked=True)
    close_meeting(later(office, 95), meeting.pk)
    items = [Item.objects.get(pk=each.pk) for each in (report, case, discussion, motion)]
    return Held(Meeting.objects.get(pk=meeting.pk), *items)


def by_hands(item: Item, hands: Hands) -> None:
    """A show of hands, of which only the count is kept."""
    office = factories.acting("office", item.meeting.held_on)
    open_vote(office, item.pk, "hands")
    count_hands(office, item.pk, hands)
    close_vote(office, item.pk)


def drafted(meeting: Meeting | None = None) -> Minutes:
    """Minutes as the acts write them, of this meeting or of one held for them."""
    return drafted_for(meeting or held().meeting)


def worded(meeting: Meeting | None = None) -> Minutes:
    """Version 2, with the recorder's words on the case, item 2."""
    minutes = drafted(meeting)
    edit_minutes(factories.acting("office", minutes.meeting.held_on), minutes.meeting_id, words())
    return Minutes.objects.get(pk=minutes.pk)


def words(discussion: str = DISCUSSION) -> Words:
    """The recorder's words on the case."""
    return Words(OPENING, "", {2: (discussion, "照案通過，請提案機關依程序辦理。")})


def sign(minutes: Minutes, username: str, day: dt.date = factories.DAY) -> None:
    """Sign the newest version with one's own name."""
    by = factories.acting(username, day)
    sign_minutes(by, minutes.meeting_id, Person.objects.get(pk=by.person_id or 0).name_zh)


def signed(meeting: Meeting | None = None) -> Minutes:
    """Version 2 with both names under it."""
    minutes = worded(meeting)
    sign(minutes, CHAIR)
    sign(minutes, RECORDER)
    return minutes


def circulated(meeting: Meeting | None = None, days: int = 7) -> Minutes:
    """Signed minutes that go round."""
    return sent_round(worded(meeting), days)


def _listed(meeting: Meeting, topic: Topic) -> Item:
    act = list_item(factories.acting("office", meeting.held_on), meeting.pk, topic)
    return Item.objects.get(pk=int(act.subject.split("/")[1]))


def drafted_for(meeting: Meeting) -> Minutes:
    """Minutes of this meeting as the acts write them."""
    draft_minutes(factories.acting("office", meeting.held_on), meeting.pk)
    return Minutes.objects.get(meeting=meeting)


def sent_round(minutes: Minutes, days: int = 7) -> Minutes:
    """The newest version signed by both, and in circulation."""
    day = minutes.meeting.held_on
    sign(minutes, CHAIR, day)
    sign(minutes, RECORDER, day)
    circulate_minutes(factories.acting("office", day), minutes.meeting_id, day + dt.timedelta(days=days))
    return Minutes.objects.get(pk=minutes.pk)
