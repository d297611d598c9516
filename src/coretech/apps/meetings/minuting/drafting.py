"""Drafting minutes from what is on record: nobody retypes what the acts already say."""

import datetime as dt

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.facts import Room, chair_of, convener_of, newest_ballots, room_of
from coretech.apps.meetings.minuting.content import Attendee, Content, ItemRecord, LiftRecord, ReadingRecord
from coretech.apps.meetings.models import Attendance, Item, Meeting, RecusalLift
from coretech.apps.meetings.recorded import IN_FORCE, outcomes_of, recorded_ruling
from coretech.apps.meetings.seats import seats_of
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.law.catalogue import ENTRIES

_WORDING = {
    Item.Outcome.APPROVED: "照案通過。",
    Item.Outcome.REJECTED: "未獲通過。",
    Item.Outcome.DEFERRED: "保留，提下次會議續審。",
    Item.Outcome.NOTED: "洽悉。",
}


def draft_of(meeting: Meeting) -> Content:
    """The minutes as far as the record writes them; a confidential word of a declaration is never among it."""
    chair = chair_of(meeting)
    return Content(
        body=meeting.body.name_zh,
        body_en=meeting.body.name_en,
        year=meeting.year,
        session=meeting.session,
        kind=meeting.kind,
        held_on=meeting.held_on.isoformat(),
        place=meeting.place,
        opened_at=_moment(meeting.opened_at),
        closed_at=_moment(meeting.closed_at),
        chair="" if chair is None else chair.person.name_zh,
        chair_why="" if chair == convener_of(meeting) else meeting.chair_why,
        recorder="" if meeting.recorder is None else meeting.recorder.name_zh,
        attendees=_attendees(meeting),
        observers=tuple(
            f"{each.organisation} {each.name}".strip() for each in meeting.observers.filter(present=True)
        ),
        items=tuple(_item(item) for item in _items(meeting)),
    )


def _items(meeting: Meeting) -> list[Item]:
    rows = meeting.items.select_related("meeting__body", "case__submitter", "chair__person")
    return list(rows.order_by("order"))


def _attendees(meeting: Meeting) -> tuple[Attendee, ...]:
    marks = {mark.appointment_id: mark for mark in meeting.attendance.select_related("stand_in")}
    return tuple(_attendee(seat, meeting, marks.get(seat.pk)) for seat in seats_of(meeting))


def _attendee(seat: Appointment, meeting: Meeting, mark: Attendance | None) -> Attendee:
    agency = None if seat.seat.represents is None else seat.seat.represents.name_on(meeting.day)
    return Attendee(
        seat=seat.seat.number,
        name=seat.person.name_zh,
        name_en=seat.person.name_en,
        represents="" if agency is None else agency.zh,
        represents_en="" if agency is None else agency.en,
        status="" if mark is None else mark.status,
        stand_in="" if mark is None or mark.stand_in is None else mark.stand_in.name_zh,
    )


def _item(item: Item) -> ItemRecord:
    room, numbers = room_of(item), {seat.pk: seat.seat.number for seat in seats_of(item.meeting)}
    quorum, resolution = _reason(item.quorum), _reason(item.resolution)
    return ItemRecord(
        order=item.order,
        kind=item.kind,
        reference="" if item.case is None else item.case.reference,
        title=item.title.zh,
        title_en=item.title.en,
        outcome=item.outcome,
        method=item.method,
        chair="" if item.chair is None else item.chair.person.name_zh,
        chair_why=_why_another(item, room),
        attending=len(room.attending),
        entitled=len(room.entitled),
        recused=tuple(sorted(numbers[pk] for pk in room.recused & room.attending if pk in numbers)),
        tally=None if item.tally is None else dict(item.tally),
        named=_named(item, room, numbers),
        quorum="" if quorum is None else quorum.zh,
        quorum_en="" if quorum is None else quorum.en,
        resolution="" if resolution is None else resolution.zh,
        resolution_en="" if resolution is None else resolution.en,
        readings=_readings(item),
        reading=item.reading,
        reading_why=item.reading_why,
        wording=_WORDING[Item.Outcome(item.outcome)] if item.outcome else "",
        lifted=_lifted(item),
    )


def _lifted(item: Item) -> tuple[LiftRecord, ...]:
    """The orders to step aside that were taken back, with the reasons given for that."""
    rows = RecusalLift.objects.filter(declaration__item=item).select_related("declaration__appointment__seat")
    return tuple(
        LiftRecord(row.declaration.appointment.seat.number, row.lifted_by_id is not None, row.why)
        for row in rows
    )


def _why_another(item: Item, room: Room) -> str:
    """Why somebody else presided over the item; of a chair who is recused it says no more than that."""
    if item.chair is None:
        return ""
    chair = chair_of(item.meeting)
    return "主席迴避" if chair is not None and chair.pk in room.recused else item.chair_why


def _readings(item: Item) -> tuple[ReadingRecord, ...]:
    """What each reading of the majority rule gave, where they differ."""
    if item.resolution is None or not item.resolution["disputed"]:
        return ()
    ruling = recorded_ruling(item.resolution)
    question = ENTRIES[ruling.question].question
    names = {IN_FORCE: question.in_force, **question.readings}
    return tuple(
        ReadingRecord(name, names[name].zh, names[name].en, outcome.value)
        for name, outcome in outcomes_of(ruling).items()
    )


def _named(item: Item, room: Room, numbers: dict[int, int]) -> dict[str, str] | None:
    """Each seat's choice where the vote was by name; hands and secret ballots keep their counts only."""
    if item.method != Item.Method.NAMED:
        return None
    return {
        str(numbers[seat]): choice for seat, choice in newest_ballots(item).items() if seat in room.entitled
    }


def _reason(kept: dict[str, dict[str, str]] | None) -> Sentence | None:
    return None if kept is None else Sentence(**kept["reason"])


def _moment(at: dt.datetime | None) -> str:
    return "" if at is None else at.astimezone(TAIPEI).isoformat(timespec="minutes")
