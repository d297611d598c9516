"""``coretech meeting``, before it begins: the notice, the agenda, answers, stand-ins, the calendar file."""

import datetime as dt
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import acts_of
from coretech.apps.bodies.operations.designate_stand_in import designate_stand_in
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.calendar import calendar_of
from coretech.apps.meetings.calling import Occasion
from coretech.apps.meetings.models import Item, Meeting, Reply
from coretech.apps.meetings.operations.cancel_meeting import cancel_meeting
from coretech.apps.meetings.operations.change_notice import change_notice
from coretech.apps.meetings.operations.list_item import Topic, list_item
from coretech.apps.meetings.operations.reorder_agenda import reorder_agenda
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.queries import find_meeting
from coretech.apps.meetings.replies import Expected, counts_of_replies, expected_at
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.hours import BeginsAt, Minutes
from coretech.cli.installation.options import MeetingId, Why, day
from coretech.cli.installation.told import Told, table
from coretech.engines.calendars.appointment import Method
from coretech.law.access import Action


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    reads(app, "calendar")(show_calendar)
    reads(app, "replies")(show_replies)
    writes(app, "change")(change)
    writes(app, "cancel")(cancel)
    writes(app, "list-item")(list_on_agenda)
    writes(app, "order")(order_agenda)
    writes(app, "reply")(answer)
    writes(app, "designate")(designate)


def show_calendar(by: Acting, meeting: MeetingId) -> Told:
    """行事曆檔（RFC 5545） / The calendar file."""
    found = find_meeting(by, meeting)
    method = Method.CANCEL if found.state == Meeting.State.CANCELLED else Method.PUBLISH
    newest = acts_of(found.subject).last()
    stamped_at = by.at if newest is None else newest.at
    file = calendar_of(found, method, stamped_at, "zh")
    return Told(
        {"calendar": file}, lambda language: calendar_of(found, method, stamped_at, language).splitlines()
    )


def show_replies(by: Acting, meeting: MeetingId) -> Told:
    """誰會來：各席位的回覆與指派 / Who is coming: each seat's answer and stand-in."""
    found = find_meeting(by, meeting)
    allow_on(by, found.body, Action.RECORD_ATTENDANCE)
    expected = expected_at(found)
    data = {"counts": counts_of_replies(expected), "seats": [_data(each) for each in expected]}
    rows = [(str(each.seat.seat.number), each.seat.person, _word(each)) for each in expected]
    return Told(
        data,
        lambda language: table([(number, person.name.say(language), word) for number, person, word in rows]),
    )


def change(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    meeting: MeetingId,
    *,
    held_on: Annotated[dt.date | None, day("--held-on", "改到哪一日", "the new day")] = None,
    begins_at: BeginsAt = None,
    minutes: Minutes = None,
    place: Annotated[str | None, typer.Option(help="新地點 / the new place")] = None,
    agenda: Annotated[bool, typer.Option("--agenda", help="議程有變動 / the agenda has changed")] = False,
) -> Act:
    """更改並重送開會通知；未給的不變 / Change the notice and send it anew; what is left out stays."""
    old = Occasion.of(find_meeting(by, meeting))
    new = Occasion(
        held_on or old.held_on,
        old.place if place is None else place,
        begins_at or old.begins_at,
        old.minutes if minutes is None else minutes,
    )
    return change_notice(by, meeting, new, agenda=agenda)


def cancel(by: Acting, meeting: MeetingId, why: Why) -> Act:
    """取消會議；案件可排入另一次會議 / Cancel the meeting; its cases can go on another agenda."""
    find_meeting(by, meeting)
    return cancel_meeting(by, meeting, why)


def list_on_agenda(
    by: Acting,
    meeting: MeetingId,
    kind: Annotated[Item.Kind, typer.Option(help="report, discussion, motion")],
    title: Annotated[str, typer.Option(help="案由 / the title")],
    english: Annotated[str, typer.Option("--title-en", help="英文案由 / the title in English")] = "",
) -> Act:
    """將報告、討論或臨時動議列入議程 / List a report, a discussion or a motion."""
    find_meeting(by, meeting)
    return list_item(by, meeting, Topic(kind.value, title, english))


def order_agenda(
    by: Acting,
    meeting: MeetingId,
    items: Annotated[list[int], typer.Argument(metavar="ITEM...", help="依新順序 / in the new order")],
) -> Act:
    """調整議程順序 / Put the agenda in another order."""
    find_meeting(by, meeting)
    return reorder_agenda(by, meeting, items)


def answer(
    by: Acting,
    meeting: MeetingId,
    leave: Annotated[
        str, typer.Option(metavar="CAUSE", help="請假事由；不給則為出席 / on leave, and why")
    ] = "",
) -> Act:
    """委員回覆開會通知 / A member answers the notice."""
    find_meeting(by, meeting)
    said = Reply.Answer.LEAVE if leave.strip() else Reply.Answer.ACCEPTED
    return reply(by, meeting, said.value, leave)


def designate(
    by: Acting,
    appointment: Annotated[int, typer.Argument(metavar="SEAT", help="任命編號 / the appointment's number")],
    on: Annotated[dt.date, day("--on", "開會日期", "the day of the meeting")],
    person: Annotated[int, typer.Option(help="人員編號；0 為取消指派 / the person; 0 takes it back")] = 0,
    cause: Annotated[str, typer.Option(help="委員不能出席的事由 / why the member cannot attend")] = "",
) -> Act:
    """機關指派代表出席 / An agency sends somebody in its member's place."""
    return designate_stand_in(by, appointment, on, person or None, cause)


def _data(each: Expected) -> dict[str, object]:
    return {
        "appointment": each.seat.pk,
        "seat": each.seat.seat.number,
        "answer": None if each.reply is None else each.reply.answer,
        "cause": "" if each.reply is None else each.reply.cause,
        "stand_in": None if each.designation is None else each.designation.person_id,
    }


def _word(each: Expected) -> str:
    if each.designation is not None:
        return f"stand_in {each.designation.person_id}"
    return "－" if each.reply is None else each.reply.answer
