"""``coretech meeting``, in the room: the break, the chair, the item in hand, the speaking list, the board."""

from collections.abc import Iterable
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.board import Board, Line, board_of
from coretech.apps.meetings.models import Speech
from coretech.apps.meetings.operations.ask_to_speak import Speaker, ask_to_speak
from coretech.apps.meetings.operations.end_speech import end_speech
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.name_chair import name_chair
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.queries import find_meeting
from coretech.cli.installation.doors import reads, writes
from coretech.cli.installation.meetings.told import meeting_data, meeting_row
from coretech.cli.installation.options import ItemId, MeetingId
from coretech.cli.installation.people.seats import Seating
from coretech.cli.installation.told import Told, moment, table
from coretech.kit.refusal import bad_input

SpeechId = Annotated[
    int, typer.Argument(metavar="SPEECH", help="發言編號（見 meeting board） / see meeting board")
]


def add_to(app: typer.Typer) -> None:
    """Offer these steps as subcommands of ``app``."""
    reads(app, "board")(tell_board)
    writes(app, "suspend")(suspend)
    writes(app, "resume")(resume)
    writes(app, "chair")(name_the_chair)
    writes(app, "take-up")(take_up)
    writes(app, "speak")(speak)
    writes(app, "floor")(give_the_floor)
    writes(app, "end-speech")(end)


def tell_board(by: Acting, meeting: MeetingId) -> Told:
    """會場看板：出席、各案法定人數、發言名單 / The board: who attends, each item's quorum, who speaks."""
    board = board_of(find_meeting(by, meeting))
    data = {
        **meeting_data(board.meeting),
        "chair": None if board.chair is None else board.chair.seat.number,
        "attendance": board.counts,
        "observers": len(board.observers),
        "current": None if board.current is None else board.current.item.pk,
        "items": [_line_data(line) for line in board.lines],
        "speeches": [_speech_data(speech) for speech in _speeches(board)],
    }
    return Told(data, lambda language: _lines(board, language))


def suspend(by: Acting, meeting: MeetingId) -> Act:
    """宣布休息 / Suspend the meeting."""
    return suspend_meeting(by, meeting)


def resume(by: Acting, meeting: MeetingId) -> Act:
    """宣布繼續開會 / Resume the meeting."""
    return resume_meeting(by, meeting)


def name_the_chair(
    by: Acting,
    meeting: MeetingId,
    seat: Annotated[str, typer.Argument(metavar="SEAT", help="由第幾席主持 / whose seat presides")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="理由 / the reason")] = "",
    item: Annotated[
        int | None, typer.Option("--item", metavar="ITEM", help="僅主持本案 / over this item alone")
    ] = None,
) -> Act:
    """指定由誰主持 / Name who presides, over the meeting or over one item."""
    return name_chair(by, meeting, _one(by, meeting, seat), why, item)


def take_up(by: Acting, item: ItemId) -> Act:
    """進行本案 / Take up an item."""
    return take_up_item(by, item)


def speak(
    by: Acting,
    meeting: MeetingId,
    seat: Annotated[
        str, typer.Option("--seat", metavar="SEAT", help="代為登記的席次 / for the member in this seat")
    ] = "",
    observer: Annotated[
        int | None, typer.Option("--observer", metavar="OBSERVER", help="代列席者登記 / for this observer")
    ] = None,
) -> Act:
    """登記發言 / Ask to speak, for oneself or for somebody who raised a hand."""
    held = _one(by, meeting, seat) if seat else None
    speaker = None if held is None and observer is None else Speaker(held, observer)
    return ask_to_speak(by, meeting, speaker)


def give_the_floor(by: Acting, meeting: MeetingId, speech: SpeechId) -> Act:
    """請其發言 / Give somebody on the list the floor."""
    return give_floor(by, meeting, speech)


def end(by: Acting, meeting: MeetingId, speech: SpeechId) -> Act:
    """發言完畢，或取消登記 / End a speech, or take a place off the list."""
    return end_speech(by, meeting, speech)


def _one(by: Acting, meeting: int, seat: str) -> int:
    held = Seating(find_meeting(by, meeting)).appointments(seat)
    if len(held) != 1:
        raise bad_input("seat", "請指明一個席次。", "Name one seat.")
    return held[0]


def _speeches(board: Board) -> list[Speech]:
    return [speech for speech in (board.floor, *board.waiting) if speech is not None]


def _line_data(line: Line) -> dict[str, object]:
    return {
        "id": line.item.pk,
        "order": line.item.order,
        "state": line.item.state,
        "outcome": line.item.outcome or None,
        "entitled": len(line.room.entitled),
        "recused": len(line.recused),
        "undeclared": line.undeclared,
        "voted": line.voted,
        "quorum": None if line.quorum is None else line.quorum.as_dict(),
    }


def _speech_data(speech: Speech) -> dict[str, object]:
    return {
        "id": speech.pk,
        "seat": None if speech.appointment is None else speech.appointment.seat.number,
        "observer": speech.observer_id,
        "asked_at": moment(speech.asked_at),
        "began_at": None if speech.began_at is None else moment(speech.began_at),
    }


def _lines(board: Board, language: str) -> Iterable[str]:
    yield "  ".join(meeting_row(board.meeting, language))
    yield "  ".join(f"{status} {count}" for status, count in board.counts.items())
    rows = [_line_row(line, language) for line in board.lines]
    yield from ["", *table(rows)] if rows else []
    speeches = [_speech_row(speech) for speech in _speeches(board)]
    yield from ["", *table(speeches)] if speeches else []


def _line_row(line: Line, language: str) -> tuple[str, ...]:
    quorum = "—" if line.quorum is None else line.quorum.outcome.value
    return str(line.item.pk), line.item.state, f"quorum {quorum}", line.item.title.say(language)


def _speech_row(speech: Speech) -> tuple[str, ...]:
    seat = "observer" if speech.appointment is None else f"seat {speech.appointment.seat.number}"
    return str(speech.pk), seat, "speaking" if speech.began_at is not None else "waiting"
