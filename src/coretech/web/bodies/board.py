"""The board of a body on any day: who sits, until when, what falls due, whether it is lawfully composed."""

import datetime as dt
from itertools import groupby

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.board import Board, Place, board_on
from coretech.apps.bodies.coming import WINDOW, due_after
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.operations import add_seat
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.meetings.yearly import annual_meeting_ruling
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.ruling import Ruling
from coretech.readers.seats.write import Format
from coretech.web.acting import acting
from coretech.web.bodies.listing import tag_of
from coretech.web.bodies.words import due_words, part_in_short, question_name, seat_name, term_name
from coretech.web.sending import draw
from coretech.web.shell.day_field import DayField
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both

COLUMNS = (
    Column(Sentence("席次", "Seat")),
    Column(Sentence("在任者", "Held by")),
    Column(Sentence("類別與代表機關", "Category and whom it represents")),
    Column(Sentence("任期", "Term")),
)
DUE_COLUMNS = (Column(Sentence("日期", "Day")), Column(Sentence("事項", "What")))


class DayForm(forms.Form):
    """The day of the board; today where it is left empty."""

    on = DayField(label=both("哪一天", "On which day"), required=False)


@require_safe
def body(request: HttpRequest, body_id: int) -> HttpResponse:
    """The board; past and future days are asked for by ``on``."""
    by = acting(request)
    found = find_body(by, body_id)
    form = DayForm(request.GET if "on" in request.GET else None)
    day = (form.cleaned_data["on"] if form.is_valid() else None) or by.today
    board = board_on(found, day)
    yearly = annual_meeting_ruling(found, day)
    context = {
        "body": found,
        "board": board,
        "day": day,
        "form": form,
        "mark": tag_of(board.rulings),
        "figures": _figures(board),
        "rulings": [(question_name(each.question), each) for each in _asked(board, yearly)],
        "columns": COLUMNS,
        "rows": [
            (place, seat_name(place.seat), part_in_short(place.seat), _term(place)) for place in board.places
        ],
        "due_columns": DUE_COLUMNS,
        "due": _due(found, day),
        "window": WINDOW,
        "formats": [form.value for form in Format],
        "has_meetings": found.kind in (Body.Kind.COUNCIL, Body.Kind.PANEL)
        and who_may_on(by, found, Action.READ_MEETING).is_yes,
        "may_appoint": refusal_of(add_seat.check, by, found.pk) is None,
    }
    return draw(request, "bodies/board.jinja", context, form)


def _due(found: Body, day: dt.date) -> list[tuple[dt.date, Sentence]]:
    """What falls due, one line a day and kind."""
    grouped = groupby(due_after(found, day), key=lambda due: (due.on, due.kind))
    return [(on, due_words(list(due))) for (on, _), due in grouped]


def _asked(board: Board, yearly: Ruling | None) -> list[Ruling]:
    """What the law says of the body: its composition, and whether it has met this year."""
    return [*board.rulings, *([] if yearly is None else [yearly])]


def _figures(board: Board) -> list[tuple[Sentence, int]]:
    return [
        (Sentence("在職", "In office"), board.seated),
        (Sentence("席位", "Seats"), len(board.places)),
        (Sentence("出缺", "Vacant"), len(board.places) - board.seated),
    ]


def _term(place: Place) -> tuple[dt.date | None, dt.date | None, Sentence | None]:
    """Since when, until when, and in which term somebody sits; for a vacant seat only since when."""
    if place.held is None:
        return place.since, None, None
    words = term_name(place.term, fills=place.held.fills_id is not None)
    return place.held.start, place.until, words
