"""The forms by which the secretariat carries an item: paper declarations, a show of hands, deferral."""

from collections.abc import Iterable, Mapping

from django import forms
from django.forms import BoundField
from django.http import HttpRequest, QueryDict

from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.seats import seats_of
from coretech.kit.sentence import Sentence
from coretech.web.meetings.room import RoomView
from coretech.web.meetings.vote_forms import vote_forms
from coretech.web.meetings.words import CHOICES, seat_name
from coretech.web.sending import sent
from coretech.web.shell.words import both, say

PAPER, HANDS, DEFER = "paper", "hands", "defer"
LONGEST_REASON = 500


class PaperForm(forms.Form):
    """Who handed in a declaration of no interest on paper."""

    def __init__(self, data: QueryDict | None, meeting: Meeting, waiting: Iterable[Appointment]) -> None:
        """Take any seat, so that a form sent twice is understood twice; offer those who have not declared."""
        super().__init__(data)
        field = forms.TypedMultipleChoiceField(
            label=both(
                "已交紙本、申報無利益關係的委員", "Members who declared on paper that they have no interest"
            ),
            widget=forms.CheckboxSelectMultiple,
            coerce=int,
            choices=[(seat.pk, str(seat.pk)) for seat in seats_of(meeting)],
        )
        field.widget.choices = [(seat.pk, say(seat_name(seat, meeting))) for seat in waiting]
        self.fields["appointments"] = field

    def ticked(self) -> frozenset[int]:
        """The appointments ticked."""
        return frozenset(self.cleaned_data["appointments"])


class HandsForm(forms.Form):
    """How each member raised a hand."""

    def __init__(self, data: QueryDict | None, meeting: Meeting, waiting: Iterable[Appointment]) -> None:
        """Make a field for every seat; the page draws those that have not voted."""
        super().__init__(data)
        self.meeting, self.waiting = meeting, tuple(waiting)
        choices = [(choice.value, say(words)) for choice, words in CHOICES.items()]
        for seat in seats_of(meeting):
            number = seat.seat.number
            self.fields[f"hand_{seat.pk}"] = forms.ChoiceField(
                label=say(Sentence(f"第{number}席的表決", f"How seat {number} votes")),
                required=False,
                widget=forms.RadioSelect,
                choices=choices,
            )

    def hands(self) -> Mapping[int, str]:
        """The choices made, by appointment."""
        return {
            int(name.removeprefix("hand_")): choice for name, choice in self.cleaned_data.items() if choice
        }

    def lines(self) -> list[tuple[Sentence, BoundField]]:
        """The lines of those who have not voted."""
        return [(seat_name(seat, self.meeting), self[f"hand_{seat.pk}"]) for seat in self.waiting]


class DeferForm(forms.Form):
    """Why the item is put off."""

    why = forms.CharField(
        label=both("保留的理由", "Why the item is deferred"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def item_forms(request: HttpRequest, item: Item, room: RoomView) -> Mapping[str, forms.Form]:
    """The forms of an item's page, by step, as this request sent or asked for them."""
    return {
        PAPER: PaperForm(sent(request, PAPER), item.meeting, room.undeclared),
        HANDS: HandsForm(sent(request, HANDS), item.meeting, _entered(item, room)),
        DEFER: DeferForm(sent(request, DEFER)),
        **vote_forms(request, item),
    }


def _entered(item: Item, room: RoomView) -> list[Appointment]:
    """Whose hands are entered: everybody's in a show of hands, where an entry may be corrected."""
    if item.method != Item.Method.HANDS:
        return room.waiting
    return [seat for seat in seats_of(item.meeting) if seat.pk in room.room.entitled]
