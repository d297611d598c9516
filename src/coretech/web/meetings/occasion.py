"""The part of a form that says when and where a meeting is."""

import datetime as dt

from django import forms
from django.core.exceptions import ValidationError

from coretech.apps.meetings.calling import LONGEST_PLACE, Occasion, parse_clock
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_NO_CLOCK = both("請以24小時制填寫時間，例如14:00。", "Write the time on the 24-hour clock, such as 14:00.")
_NO_MINUTES = both("請以數字填寫分鐘數，例如120。", "Write the minutes as a number, such as 120.")


class ClockField(forms.TimeField):
    """A time of day on the 24-hour clock."""

    widget = forms.TimeInput(format="%H:%M")

    def to_python(self, value: str | dt.time | None) -> dt.time | None:
        """The time, or None where nothing was typed."""
        if isinstance(value, dt.time) or not value:
            return value or None
        try:
            return parse_clock(value)
        except ValueError:
            raise ValidationError(_NO_CLOCK, code="invalid") from None


class OccasionForm(forms.Form):
    """Day, time, length and place; times are Taipei's."""

    held_on = DayField(label=both("開會日期", "Day of the meeting"))
    begins_at = ClockField(
        label=both("開始時間", "It begins at"),
        help_text=both("24小時制，例如14:00", "24-hour clock, such as 14:00"),
    )
    minutes = forms.IntegerField(
        label=both("預計時間（分鐘）", "Planned for (minutes)"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _NO_MINUTES},
    )
    place = forms.CharField(label=both("開會地點", "Place"), max_length=LONGEST_PLACE)

    def occasion(self) -> Occasion:
        """When and where, of a valid form."""
        given = self.cleaned_data
        return Occasion(given["held_on"], given["place"], given["begins_at"], given["minutes"])
