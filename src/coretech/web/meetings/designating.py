"""An agency says who comes in its member's place (art. 5(4))."""

from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.models import Act
from coretech.apps.bodies.operations import designate_stand_in
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.designations import Place, candidates_of, places_at, places_of_agency
from coretech.apps.meetings.models import Reply
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.notice import ANSWERS, SENT, SILENT
from coretech.web.meetings.words import seat_name
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import both, say

SEND, BACK = "send", "back"
COLUMNS = (
    Column(Sentence("會議", "Meeting")),
    Column(Sentence("日期", "Day")),
    Column(Sentence("席位", "Seat")),
    Column(Sentence("出席", "Attendance")),
)
_SENT = Sentence("已指派代表。", "The stand-in is designated.")
_BACK = Sentence("已取消指派，由委員親自出席。", "Nobody is sent; the member attends in person.")


class SeatForm(forms.Form):
    """Which of the agency's seats; asked only where it has more than one."""

    def __init__(self, data: QueryDict | None, places: Sequence[Place]) -> None:
        """Offer the seats."""
        super().__init__(data)
        self.places = {str(place.seat.pk): place for place in places}
        choices = [(key, say(seat_name(place.seat, place.meeting))) for key, place in self.places.items()]
        self.fields["seat"] = forms.ChoiceField(
            label=both("席位", "Seat"),
            choices=choices,
            initial=choices[0][0],
            widget=forms.RadioSelect if len(choices) > 1 else forms.HiddenInput,
        )

    def place(self) -> Place:
        """The seat chosen, of a valid form."""
        return self.places[self.cleaned_data["seat"]]


class SendForm(SeatForm):
    """Who is sent, and why the member does not come."""

    def __init__(self, data: QueryDict | None, places: Sequence[Place]) -> None:
        """Offer whoever may enter: in post at the agency, and the agreement signed."""
        super().__init__(data, places)
        able = {
            person.pk: person for place in places for person, ruling in candidates_of(place) if ruling.is_yes
        }
        self.fields["person"] = forms.TypedChoiceField(
            label=both("指派的代表", "The stand-in"),
            widget=forms.RadioSelect,
            coerce=int,
            choices=[(pk, say(person.name)) for pk, person in able.items()],
        )
        self.fields["cause"] = forms.CharField(
            label=both("委員不能出席的事由", "Why the member cannot attend"),
            max_length=designate_stand_in.LONGEST_CAUSE,
        )


@require_safe
def designations(request: HttpRequest) -> HttpResponse:
    """The seats of one's own agency at the meetings to come."""
    places = places_of_agency(acting(request))
    rows = [
        (place, name_of(place.meeting), seat_name(place.seat, place.meeting), _tag(place)) for place in places
    ]
    return render(request, "meetings/designations.jinja", {"columns": COLUMNS, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def designation(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Send somebody to one meeting, or take that back."""
    by = acting(request)
    places = places_at(by, meeting_id)
    form, back = SendForm(sent(request, SEND), places), SeatForm(sent(request, BACK), places)
    run = designate_stand_in.designate_stand_in

    def send_one() -> Act:
        given, place = form.cleaned_data, form.place()
        return run(by, place.seat.pk, place.day, given["person"], given["cause"])

    if attempt(form, send_one) is not None:
        return done(request, _SENT, "designations")
    if attempt(back, lambda: run(by, back.place().seat.pk, back.place().day, None)) is not None:
        return done(request, _BACK, "designations")
    first = places[0]
    context = {
        "title": name_of(first.meeting),
        "places": [(place, seat_name(place.seat, place.meeting), _tag(place)) for place in places],
        "unsigned": [
            (person, ruling)
            for place in places
            for person, ruling in candidates_of(place)
            if not ruling.is_yes
        ],
        "form": form,
        "back": back,
        "designated": any(place.designation for place in places),
        "gate": gate_of(designate_stand_in.check, by, first.seat, first.day),
    }
    return draw(request, "meetings/designation.jinja", context, form, back)


def _tag(place: Place) -> Tag:
    """Who comes: the stand-in by name, the member's answer, or nobody knows yet."""
    if place.designation is not None and place.designation.person is not None:
        sent_name = place.designation.person.name
        return Tag(
            Sentence(f"{SENT.words.zh}：{sent_name.zh}", f"{SENT.words.en}: {sent_name.en}"), SENT.colour
        )
    return SILENT if place.reply is None else ANSWERS[Reply.Answer(place.reply.answer)]
