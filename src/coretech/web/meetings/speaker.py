"""Putting a member or an observer who raised a hand on the speaking list."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings import queries
from coretech.apps.meetings.board import Board, View, board_of
from coretech.apps.meetings.operations import give_floor
from coretech.apps.meetings.operations.ask_to_speak import Speaker, ask_to_speak
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.room_board import Names
from coretech.web.meetings.words import title_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say, tr

_AFTERWARDS = Sentence("已登記發言。", "The speaking list has the new speaker.")
_SEAT, _OBSERVER = "seat", "observer"


class SpeakerForm(forms.Form):
    """Who wants to speak: somebody in the room."""

    speaker = forms.ChoiceField(label=both("發言者", "Speaker"))

    def __init__(self, data: QueryDict | None, board: Board) -> None:
        """Offer whoever attends, and the observers who are there."""
        super().__init__(data)
        names = Names(board, View.RUN)
        seats = [(f"{_SEAT}-{seat.pk}", say(names.seat(seat))) for seat in board.attending]
        observers = [
            (f"{_OBSERVER}-{each.pk}", f"{each.name}（{each.organisation}）") for each in board.observers
        ]
        field = self.fields["speaker"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", tr("請選擇", "Choose")), *seats, *observers]

    def chosen(self) -> Speaker:
        """The speaker chosen."""
        kind, _, number = self.cleaned_data["speaker"].partition("-")
        return Speaker(appointment=int(number)) if kind == _SEAT else Speaker(observer=int(number))


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_speaker(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The form; sent back it puts the speaker on the list."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    give_floor.check(by, found)
    form = SpeakerForm(sent(request), board_of(found))
    if request.method == "POST":
        act = attempt(form, lambda: ask_to_speak(by, found.pk, form.chosen()))
        if act is not None:
            return done(request, _AFTERWARDS, "meeting", found.pk)
    context = {"meeting": found, "title": title_of(found), "form": form}
    return draw(request, "meetings/speaker.jinja", context, form)
