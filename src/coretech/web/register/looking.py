"""What a reader looks for on the list, and on which day's."""

from collections.abc import Iterable
from typing import cast

from django import forms
from django.http import QueryDict

from coretech.apps.register.searching import LONGEST, Offered, Search, State
from coretech.kit.sentence import Sentence
from coretech.web.register.forms import AsOf
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, tr

_STATES = {
    State.IN_FORCE: Sentence("現行有效", "In force"),
    State.ENDED: Sentence("已移出清單", "Off the list"),
    State.ANY: Sentence("全部", "All"),
}


class Looking(AsOf):
    """Words to search for, filters, and the day; all may be left empty."""

    q = forms.CharField(
        label=both("搜尋技術項目", "Search the list"),
        help_text=both(
            "中文、英文、現在或以前的名稱，或主管機關的名稱、簡稱；一個字也可以。",
            "Chinese or English, of today's names or former ones, or the authority; the beginning of a word will do.",
        ),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sector = forms.CharField(label=both("領域", "Sector"), required=False, widget=forms.Select)
    authority = forms.CharField(label=both("主管機關", "Authority"), required=False, widget=forms.Select)
    state = forms.ChoiceField(
        label=both("狀態", "State"), required=False, choices=lambda: _named(_STATES.items())
    )
    changed_since = DayField(
        label=both("這一天以後有變更", "Changed on or after"),
        help_text=both("留空為不限。", "Any time if left empty."),
        required=False,
    )
    field_order = ("q", "sector", "authority", "state", "changed_since", "as_of", "known_at")

    def __init__(self, data: QueryDict) -> None:
        """Read what is asked for; sectors and authorities are offered by `offer`, once the day is known."""
        super().__init__(data)
        self.offer((), ())

    def offer(self, sectors: Offered, authorities: Offered) -> None:
        """Let these be chosen."""
        for name, offered in (("sector", sectors), ("authority", authorities)):
            widget = cast("forms.Select", self.fields[name].widget)
            widget.choices = [("", tr("全部", "All")), *_named(offered)]

    @property
    def asked(self) -> Search:
        """What is looked for."""
        given = self.cleaned_data
        return Search(
            words=given["q"],
            sector=given["sector"],
            authority=given["authority"],
            state=State(given["state"] or State.IN_FORCE),
            changed_since=given["changed_since"],
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked for, or was typed wrongly."""
        return any(self[name].value() for name in self.field_order[1:]) or bool(set(self.errors) - {"q"})


def _named(offered: Iterable[tuple[str, Sentence]]) -> list[tuple[str, str]]:
    return [(str(code), say(name)) for code, name in offered]
