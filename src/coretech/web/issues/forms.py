"""The forms of issues: each asks one thing."""

import datetime as dt
from collections.abc import Collection, Iterable

from django import forms
from django.http import QueryDict

from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.models import Meeting
from coretech.apps.people.queries import agencies_on
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations import decide_issue, raise_issue, take_issue
from coretech.apps.reports.operations.decide_issue import Decision
from coretech.web.issues.words import KINDS
from coretech.web.meetings.occasion import OccasionForm
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, tr

Choices = list[tuple[str, str]]
_USUAL = {"begins_at": "14:00", "minutes": 120}


def agency_choices(day: dt.date, codes: Collection[str] | None = None) -> Choices:
    """Agencies by their names on a day; those of the codes alone where some are given."""
    return [
        (agency.code, say(agency.name_on(day)))
        for agency in agencies_on(day)
        if codes is None or agency.code in codes
    ]


class RaiseForm(forms.Form):
    """What is raised."""

    kind = forms.ChoiceField(
        label=both("議題種類", "What kind of issue it is"),
        widget=forms.RadioSelect,
        choices=[(kind.value, both(words.zh, words.en)) for kind, words in KINDS.items()],
    )
    title = forms.CharField(label=both("議題", "The issue, in a line"), max_length=raise_issue.LONGEST_TITLE)
    text = forms.CharField(
        label=both("說明", "What it is about"),
        help_text=both(
            "卡在哪裡、涉及哪些機關、希望怎麼處理。勿填機密。",
            "What is stuck, whom it concerns, and what is asked for. Nothing confidential.",
        ),
        max_length=raise_issue.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, data: QueryDict | None, choices: Choices) -> None:
        """Ask which agency only where there is a choice."""
        super().__init__(data)
        self.only = choices[0][0] if len(choices) == 1 else ""
        if not self.only:
            words = both("由哪個機關提出", "Which agency raises it")
            self.fields["agency"] = forms.ChoiceField(label=words, widget=forms.RadioSelect, choices=choices)
            self.order_fields(["agency"])

    @property
    def agency(self) -> str:
        """The code of the agency that raises it, of a valid form."""
        return self.only or str(self.cleaned_data["agency"])


class NoteForm(forms.Form):
    """A text, and nothing else."""

    note = forms.CharField(
        label=both("說明", "Text"), max_length=take_issue.LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )


class OwnerForm(forms.Form):
    """Who owns it, and until when."""

    due_on = DayField(label=both("期限", "Due on"))
    note = forms.CharField(
        label=both("請主辦機關做什麼", "What is asked of it"),
        max_length=take_issue.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: QueryDict | None, issue: CoordinationIssue, day: dt.date) -> None:
        """Begin with what stands."""
        super().__init__(data, initial=_standing(issue))
        self.fields["owner"] = _owner(both("主辦機關", "The agency that owns it"), day)
        self.order_fields(["owner"])


class DecisionForm(forms.Form):
    """What was decided, who carries it out, and until when."""

    text = forms.CharField(
        label=both("決定", "What was decided"),
        max_length=decide_issue.LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    due_on = DayField(label=both("辦理期限", "To be done by"))

    def __init__(self, data: QueryDict | None, issue: CoordinationIssue, day: dt.date, wording: str) -> None:
        """Begin with what stands, and with the words of the minutes where there are any."""
        super().__init__(data, initial={**_standing(issue), "text": wording})
        self.fields["owner"] = _owner(both("由哪個機關辦理", "The agency that carries it out"), day)
        self.order_fields(["text", "owner"])

    def decision(self) -> Decision:
        """What the form says."""
        given = self.cleaned_data
        return Decision(given["text"], given["owner"], given["due_on"])


class MeetingForm(forms.Form):
    """To which meeting it is put."""

    def __init__(self, data: QueryDict | None, meetings: Iterable[Meeting]) -> None:
        """Offer the meetings that have not begun; the only one is chosen."""
        choices = [(each.pk, _called(each)) for each in meetings]
        super().__init__(data, initial={"meeting": choices[0][0]} if len(choices) == 1 else {})
        self.fields["meeting"] = forms.TypedChoiceField(
            label=both("提哪一次專案會議", "To which coordination meeting"),
            widget=forms.RadioSelect,
            coerce=int,
            choices=choices,
        )


class CoordinationForm(OccasionForm):
    """Which agencies are called, when and where."""

    def __init__(
        self, data: QueryDict | None, controllers: Choices, choices: Choices, called: Collection[str]
    ) -> None:
        """Ask which agency calls only where there is a choice; ``called`` are ticked at first."""
        super().__init__(data, initial={**_USUAL, "agencies": list(called)})
        self.only = controllers[0][0] if len(controllers) == 1 else ""
        if not self.only:
            self.fields["controller"] = forms.ChoiceField(
                label=both("召集機關", "The agency that calls"),
                widget=forms.RadioSelect,
                choices=controllers,
            )
        self.fields["agencies"] = forms.MultipleChoiceField(
            label=both("通知哪些機關", "Which agencies are called"),
            help_text=both(
                "每個機關通知一位代表；機關可以改派其他人員。",
                "One representative of each is told; the agency may send somebody else.",
            ),
            widget=forms.CheckboxSelectMultiple,
            choices=choices,
        )

    @property
    def controller(self) -> str:
        """The code of the agency that calls, of a valid form."""
        return self.only or str(self.cleaned_data["controller"])


def _called(meeting: Meeting) -> str:
    name, day = say(name_of(meeting)), words_of_date(meeting.held_on)
    return tr(f"{name}，{day}", f"{name}, {day}")


def _standing(issue: CoordinationIssue) -> dict[str, object]:
    owner = "" if issue.owner is None else issue.owner.code
    return {"owner": owner, "due_on": issue.due_on}


def _owner(label: object, day: dt.date) -> forms.ChoiceField:
    choices = [("", tr("請選擇", "Choose")), *agency_choices(day)]
    return forms.ChoiceField(label=str(label), choices=choices)
