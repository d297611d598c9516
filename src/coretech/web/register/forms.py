"""Which day of the list a reader asks for."""

import datetime as dt

from django import forms
from django.http import QueryDict

from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, tr


class AsOf(forms.Form):
    """The list of a day, as it was known at the end of another; both may be left empty."""

    as_of = DayField(
        label=both("哪一天的清單", "The list in force on"),
        help_text=both(
            "留空為今日。例如112.12.5或2023-12-05",
            "Today if left empty. For example 2023-12-05, or 112.12.5 (ROC)",
        ),
        required=False,
    )
    known_at = DayField(
        label=both("以哪一天所知的紀錄為準", "As known on"),
        help_text=both(
            "留空為目前全部紀錄。查「當時的清單怎麼寫」時填寫。",
            "All that is known today if left empty. Fill it in to see what the register said back then.",
        ),
        required=False,
    )


class Between(forms.Form):
    """Two days of the list to compare; the fields are named as in the address, ``from`` and ``to``."""

    def __init__(self, data: QueryDict | None = None) -> None:
        """Make the two fields: ``from`` is a word of the language and cannot name an attribute."""
        super().__init__(data)
        self.fields["from"] = DayField(label=both("從", "From"))
        self.fields["to"] = DayField(label=both("到", "To"))

    def clean(self) -> dict[str, dt.date]:
        """Refuse a comparison backwards in time."""
        days: dict[str, dt.date] = super().clean() or {}
        if "from" in days and "to" in days and days["to"] < days["from"]:
            self.add_error(
                "to",
                tr("「到」不能早於「從」，請對調。", "“To” cannot come before “From”; swap them."),
            )
        return days
