"""The demonstration's two forms: stepping into a role, and moving the day."""

from django import forms

from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both


class SignInForm(forms.Form):
    """Which account to step into, and the page to go on at; buttons fill it in."""

    account = forms.CharField()
    next = forms.CharField(required=False)


class DayForm(forms.Form):
    """The day the demonstration goes on at."""

    day = DayField(label=both("前往哪一天", "Go to the day"))
