"""A day typed in either calendar."""

import datetime as dt
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError

from coretech.kit.days import NotADay, parse_day
from coretech.web.shell.words import both

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

EXAMPLE = both("例如114.11.24或2025-11-24", "For example 2025-11-24, or 114.11.24 in the ROC calendar")


class DayField(forms.DateField):
    """Takes ``114.11.24``, ``民國114年11月24日`` or ``2025-11-24``, full-width or not, and gives the day.

    Four digits are a Gregorian year, up to three a ROC one.
    """

    widget = forms.DateInput(format="%Y-%m-%d")

    def __init__(self, *, label: "Words", help_text: "Words" = EXAMPLE, required: bool = True) -> None:
        """Say by example what can be typed, unless the form says it otherwise."""
        super().__init__(label=label, help_text=help_text, required=required)

    def to_python(self, value: str | dt.date | None) -> dt.date | None:
        """The day, or None where nothing was typed."""
        if isinstance(value, dt.date):
            return value
        return _day(value) if value and value.strip() else None


def _day(typed: str) -> dt.date:
    try:
        return parse_day(typed)
    except NotADay:
        raise ValidationError(typed, code="not_a_day") from None
    except ValueError:
        raise ValidationError(typed, code="no_such_day", params={"text": typed}) from None
