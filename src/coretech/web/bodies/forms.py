"""The forms for seats and terms."""

from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import CONVENING, NewPerson, Nomination, people_for
from coretech.apps.bodies.seating import NewSeat
from coretech.apps.people.queries import agencies_on
from coretech.law.terms import Category, Group
from coretech.law.wording import named
from coretech.web.bodies.words import CONVENING as CONVENING_WORDS
from coretech.web.bodies.words import LEAVING
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, upfirst

if TYPE_CHECKING:
    import datetime as dt

_NOBODY = ("", both("新人員（請填寫下列姓名）", "Somebody new (give the name below)"))


class TermForm(forms.Form):
    """Who serves in a seat, since when; only what this seat asks for."""

    person = forms.TypedChoiceField(
        label=both("人員", "Person"), required=False, coerce=int, empty_value=None
    )
    name_zh = forms.CharField(
        label=both("姓名（新人員）", "Name (somebody new)"), required=False, max_length=80
    )
    name_en = forms.CharField(
        label=both("英文姓名（新人員，選填）", "Name in English (optional)"), required=False, max_length=80
    )
    start = DayField(label=both("就任日", "First day"))
    end = DayField(
        label=both("任期末日（選填）", "Last day (optional)"),
        help_text=both("留空即為完整任期。", "A full term where it is left empty."),
        required=False,
    )
    post_zh = forms.CharField(
        label=both("本職", "Post"),
        help_text=both(
            "代表機關（構）者隨本職進退，例如次長。", "The post the seat follows, such as deputy minister."
        ),
        required=False,
        max_length=80,
    )
    post_en = forms.CharField(
        label=both("本職英文（選填）", "Post in English (optional)"), required=False, max_length=120
    )
    convenes_as = forms.ChoiceField(
        label=both("召集人的職務", "By what post the convener convenes"),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, data: QueryDict | None, seat: Seat, *, fills: bool = False) -> None:
        """Offer the people that may be named; leave out what the seat does not ask for."""
        super().__init__(data)
        person = self.fields["person"]
        if isinstance(person, forms.ChoiceField):
            people = [(each.pk, f"{say(each.name)} #{each.pk}") for each in people_for(seat.body)]
            person.choices = [_NOBODY, *people]
        self._offer_posts(seat)
        if fills:
            del self.fields["end"]

    def _offer_posts(self, seat: Seat) -> None:
        allowed = CONVENING.get(seat.body.kind, frozenset()) if seat.convener else frozenset()
        convenes = self.fields["convenes_as"]
        if allowed and isinstance(convenes, forms.ChoiceField):
            convenes.choices = [(as_, say(words)) for as_, words in CONVENING_WORDS.items() if as_ in allowed]
            convenes.required = True
        else:
            del self.fields["convenes_as"]

    def nomination(self) -> Nomination:
        """What the form gives."""
        given = self.cleaned_data
        new = NewPerson(given["name_zh"], given["name_en"])
        return Nomination(
            person=new if given["person"] is None else given["person"],
            start=given["start"],
            end=given.get("end"),
            post_zh=given["post_zh"],
            post_en=given["post_en"],
            convenes_as=given.get("convenes_as", ""),
        )


class SeatForm(forms.Form):
    """A new seat: its category or group, whether it is the convener's, and whom it represents."""

    category = forms.TypedChoiceField(
        label=both("類別（第3條第1項）", "Category (art. 3(1))"),
        widget=forms.RadioSelect,
        coerce=int,
        choices=[(each.value, both(upfirst(named(each).zh), upfirst(named(each).en))) for each in Category],
    )
    group = forms.ChoiceField(
        label=both("組別（第8條第2項）", "Group (art. 8(2))"),
        widget=forms.RadioSelect,
        choices=[(each.value, both(named(each).zh, upfirst(named(each).en))) for each in Group],
    )
    represents = forms.ChoiceField(
        label=both("代表的機關（構）", "Whom it represents"),
        help_text=both(
            "第1類至第3類必填；專家、產業人士留空。", "For categories 1 to 3; empty for anybody else."
        ),
        required=False,
    )
    convener = forms.BooleanField(
        label=both("召集人（辦公室為主任）的席位", "The convener's seat (in the Office, the director's)"),
        required=False,
    )

    def __init__(self, data: QueryDict | None, body: Body, day: "dt.date") -> None:
        """Ask only for what the body's seats have."""
        super().__init__(data)
        if body.kind != Body.Kind.COUNCIL:
            del self.fields["category"]
        if body.kind != Body.Kind.PANEL:
            del self.fields["group"]
        represents = self.fields["represents"]
        if body.kind not in {Body.Kind.COUNCIL, Body.Kind.PANEL}:
            del self.fields["represents"]
        elif isinstance(represents, forms.ChoiceField):
            agencies = [(agency.code, say(agency.name_on(day))) for agency in agencies_on(day)]
            represents.choices = [("", both("不代表機關（構）", "Nobody")), *agencies]
        if body.kind == Body.Kind.ADVISERS or body.seats.filter(convener=True).exists():
            del self.fields["convener"]

    def seat(self) -> NewSeat:
        """What the form gives."""
        given = self.cleaned_data
        return NewSeat(
            category=given.get("category"),
            group=given.get("group", ""),
            convener=given.get("convener", False),
            represents=given.get("represents", ""),
        )


class LeavingForm(forms.Form):
    """The last day served, and why."""

    why = forms.ChoiceField(
        label=both("離任原因", "Why the seat is left"),
        widget=forms.RadioSelect,
        choices=[(each.value, both(LEAVING[each].zh, LEAVING[each].en)) for each in Appointment.Leaving],
    )
    left_on = DayField(label=both("最後在職日", "The last day served"))


class RenewalForm(forms.Form):
    """Another term: its end and the post, where they are not as before."""

    end = DayField(
        label=both("任期末日（選填）", "Last day (optional)"),
        help_text=both("留空即為完整任期。", "A full term where it is left empty."),
        required=False,
    )
    post_zh = forms.CharField(
        label=both("本職（有異動時填寫）", "Post, where it is another"), required=False, max_length=80
    )
    post_en = forms.CharField(
        label=both("本職英文（選填）", "Post in English (optional)"), required=False, max_length=120
    )
