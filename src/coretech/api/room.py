"""The room of a meeting: its board, the break, the chair, the item in hand, the speaking list."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.problems import RulingShown
from coretech.api.schemas import NO_NUL, AddressNumber, Given, Id, Moment, Shown, Words
from coretech.apps.meetings.board import Board, Line, board_of
from coretech.apps.meetings.locking import no_such_item
from coretech.apps.meetings.models import Speech
from coretech.apps.meetings.operations.ask_to_speak import Speaker, ask_to_speak
from coretech.apps.meetings.operations.end_speech import end_speech
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.name_chair import LONGEST_REASON, name_chair
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.queries import find_item, find_meeting

router = Router(tags=["room"])

Reason = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_REASON, pattern=NO_NUL)]


class SpeechShown(Shown):
    """A place on the speaking list: a member's seat, by appointment, or an observer."""

    id: int
    appointment: int | None
    observer: int | None
    asked_at: Moment
    began_at: Moment | None


class LineShown(Shown):
    """An item on the board: how the room stands to it; nobody sees who voted how."""

    item: int
    order: int
    title: Words
    state: str
    outcome: str | None
    chair: int | None
    attending: int
    entitled: int
    recused: int
    undeclared: int
    voted: int
    quorum: RulingShown | None


class BoardShown(Shown):
    """The board: how the meeting stands, who presides, the counts, each item, and the speaking list."""

    meeting: int
    state: str
    chair: int | None
    current: int | None
    in_office: int
    attendance: dict[str, int]
    observers: int
    items: list[LineShown]
    floor: SpeechShown | None
    waiting: list[SpeechShown]


class ChairGiven(Given):
    """Who presides, by appointment, and why; with ``item`` over that item alone."""

    appointment: Id
    why: Reason = ""
    item: Id | None = None


class CurrentGiven(Given):
    """The item to take up."""

    item: Id


class SpeakerGiven(Given):
    """Whom somebody else puts on the list; with neither the account asks for its own seat."""

    appointment: Id | None = None
    observer: Id | None = None


@router.get("/{meeting_id}/board", response=BoardShown, summary="會場看板 / The board")
def show_board(request: HttpRequest, meeting_id: AddressNumber) -> BoardShown:
    """The meeting as every screen in the room shows it."""
    board = board_of(find_meeting(acting(request), meeting_id))
    current = board.current
    return BoardShown(
        meeting=board.meeting.pk,
        state=board.meeting.state,
        chair=None if board.chair is None else board.chair.pk,
        current=None if current is None else current.item.pk,
        in_office=len(board.seats),
        attendance=board.counts,
        observers=len(board.observers),
        items=[_line(line) for line in board.lines],
        floor=_floor(board),
        waiting=[_speech(speech) for speech in board.waiting],
    )


@router.post("/{meeting_id}/suspension", response=WRITTEN, summary="休息 / Suspend")
def suspend(request: HttpRequest, meeting_id: AddressNumber) -> Status[Done]:
    """Declare a break."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: suspend_meeting(by, meeting_id))


@router.post("/{meeting_id}/resumption", response=WRITTEN, summary="繼續開會 / Resume")
def resume(request: HttpRequest, meeting_id: AddressNumber) -> Status[Done]:
    """Declare the break over."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: resume_meeting(by, meeting_id))


@router.post("/{meeting_id}/chair", response=WRITTEN, summary="指定主席 / Name the chair")
def name_the_chair(request: HttpRequest, meeting_id: AddressNumber, given: ChairGiven) -> Status[Done]:
    """Name a member who attends in person to preside, over the meeting or over one item (arts. 5 and 12)."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: name_chair(by, meeting_id, given.appointment, given.why, given.item))


@router.post("/{meeting_id}/current", response=WRITTEN, summary="進行議案 / Take up an item")
def take_up(request: HttpRequest, meeting_id: AddressNumber, given: CurrentGiven) -> Status[Done]:
    """Make an item of this meeting's agenda the one in hand."""
    found = find_item(acting(request), given.item)
    if found.meeting_id != meeting_id:
        raise no_such_item()
    return written(request, lambda by: take_up_item(by, found.pk))


@router.post("/{meeting_id}/speeches", response=WRITTEN, summary="登記發言 / Ask to speak")
def ask(request: HttpRequest, meeting_id: AddressNumber, given: SpeakerGiven) -> Status[Done]:
    """Take a place at the end of the speaking list, or put somebody else there who raised a hand."""
    find_meeting(acting(request), meeting_id)
    named = given.appointment is not None or given.observer is not None
    speaker = Speaker(given.appointment, given.observer) if named else None
    return written(request, lambda by: ask_to_speak(by, meeting_id, speaker))


@router.post("/{meeting_id}/speeches/{speech_id}/floor", response=WRITTEN, summary="請發言 / Give the floor")
def give_the_floor(request: HttpRequest, meeting_id: AddressNumber, speech_id: AddressNumber) -> Status[Done]:
    """Let a speaker begin; whoever had the floor is done."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: give_floor(by, meeting_id, speech_id))


@router.post("/{meeting_id}/speeches/{speech_id}/end", response=WRITTEN, summary="發言完畢 / End a speech")
def end(request: HttpRequest, meeting_id: AddressNumber, speech_id: AddressNumber) -> Status[Done]:
    """End a speech, or take a place off the list."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: end_speech(by, meeting_id, speech_id))


def _line(line: Line) -> LineShown:
    item, room = line.item, line.room
    return LineShown(
        item=item.pk,
        order=item.order,
        title=Words.of(item.title),
        state=item.state,
        outcome=item.outcome or None,
        chair=None if line.chair is None else line.chair.pk,
        attending=len(room.attending),
        entitled=len(room.entitled),
        recused=len(line.recused),
        undeclared=line.undeclared,
        voted=line.voted,
        quorum=None if line.quorum is None else RulingShown.model_validate(line.quorum.as_dict()),
    )


def _floor(board: Board) -> SpeechShown | None:
    return None if board.floor is None else _speech(board.floor)


def _speech(speech: Speech) -> SpeechShown:
    return SpeechShown(
        id=speech.pk,
        appointment=speech.appointment_id,
        observer=speech.observer_id,
        asked_at=speech.asked_at,
        began_at=speech.began_at,
    )
