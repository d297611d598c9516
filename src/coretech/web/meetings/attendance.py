"""The attendance sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.meetings.operations import record_attendance
from coretech.apps.meetings.sheet import Place, sheet_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import ATTENDANCE, seat_name, title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

_RECORDED = Sentence("出席情形已登錄。", "The attendance is recorded.")
COLUMNS = (Column(Sentence("席位", "Seat")), Column(Sentence("出席情形", "Attendance")))
_STAND_IN = Attendance.Status.STAND_IN.value


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the sheet as the template draws it."""

    place: Place
    name: Sentence
    status: BoundField
    stand_in: BoundField
    cause: BoundField


class SheetForm(forms.Form):
    """For each seat: how its member attended, and for a stand-in who and why."""

    def __init__(self, data: QueryDict | None, meeting: Meeting) -> None:
        """Make three fields a seat, filled with what is recorded, or else with answers and designations."""
        super().__init__(data)
        self.meeting, self.places = meeting, sheet_of(meeting)
        for place in self.places:
            self._add(place)

    def _add(self, place: Place) -> None:
        key = place.seat.pk
        number = place.seat.seat.number
        label = say(Sentence(f"第{number}席的出席情形", f"How seat {number} attended"))
        self.fields[f"status_{key}"] = forms.ChoiceField(
            label=label,
            required=False,
            widget=forms.RadioSelect,
            choices=[(status.value, say(words)) for status, words in ATTENDANCE.items()],
            initial=place.status,
        )
        self.fields[f"stand_in_{key}"] = forms.TypedChoiceField(
            label=say(Sentence("指派的代表", "The stand-in")),
            required=False,
            coerce=int,
            empty_value=None,
            choices=[
                ("", say(Sentence("請選擇", "Choose"))),
                *((p.pk, say(p.name)) for p in place.stand_ins),
            ],
            initial=place.stand_in,
        )
        self.fields[f"cause_{key}"] = forms.CharField(
            label=say(Sentence("不能出席的事由", "Why the member cannot attend")),
            required=False,
            max_length=200,
            initial=place.cause,
        )

    def clean(self) -> None:
        """A stand-in is named."""
        for place in self.places:
            key = place.seat.pk
            given = self.cleaned_data
            if given.get(f"status_{key}") == _STAND_IN and given.get(f"stand_in_{key}") is None:
                number = place.seat.seat.number
                missing = Sentence(
                    f"請選擇第{number}席的指派代表。", f"Choose the stand-in for seat {number}."
                )
                self.add_error(f"stand_in_{key}", say(missing))

    def marks(self) -> Mapping[int, record_attendance.Mark]:
        """The marks made, by appointment."""
        marks = {place.seat.pk: self._mark(place) for place in self.places}
        return {key: mark for key, mark in marks.items() if mark.status}

    def _mark(self, place: Place) -> record_attendance.Mark:
        """One seat's mark; a leave keeps the cause the member gave, which the page does not ask for again."""
        given, key = self.cleaned_data, place.seat.pk
        status, cause = given[f"status_{key}"], given[f"cause_{key}"]
        if status == _STAND_IN:
            return record_attendance.Mark(status, given[f"stand_in_{key}"], cause)
        on_leave = status == Attendance.Status.LEAVE
        return record_attendance.Mark(status, None, cause or place.cause if on_leave else "")

    def rows(self) -> Iterator[Row]:
        """The lines, by seat number."""
        for place in self.places:
            key = place.seat.pk
            name = seat_name(place.seat, self.meeting)
            yield Row(place, name, self[f"status_{key}"], self[f"stand_in_{key}"], self[f"cause_{key}"])


@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Who attends: in person, by a stand-in, on leave, or not."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    allow_on(by, found.body, Action.RECORD_ATTENDANCE)
    form = SheetForm(sent(request), found)
    act = attempt(form, lambda: record_attendance.record_attendance(by, found.pk, form.marks()))
    if act is not None:
        return done(request, _RECORDED, "meeting", found.pk)
    context = {
        "meeting": found,
        "title": title_of(found),
        "columns": COLUMNS,
        "form": form,
        "gate": gate_of(record_attendance.check, by, found),
    }
    return draw(request, "meetings/attendance.jinja", context, form)
