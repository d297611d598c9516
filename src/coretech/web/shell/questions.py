"""Questions asked one a page: what each form has, and how an answered one is repeated before anything is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django import forms

from coretech.apps.people.models import Agency
from coretech.apps.people.senders import LONGEST_NAME
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both, say

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

Sent = Mapping[str, object] | None
ANSWERED = "answered"
"""The hidden field that names the questions answered so far."""


class Question(forms.Form):
    """One page of questions; ``answers`` are what the check page repeats."""

    short: ClassVar[Sentence]

    def answers(self) -> list[str]:
        """What was answered, in words; for a valid form."""
        return [str(value) for value in self.cleaned_data.values() if value]


@dataclass(frozen=True, slots=True)
class Answered:
    """One answered question, as the check page repeats it."""

    name: str
    short: Sentence
    answers: list[str]
    removable: bool = False


class AgencyForm(Question):
    """Which agency a letter from outside goes to, where nothing else says it."""

    short = Sentence("送往", "Goes to")
    label: ClassVar["Words"]
    help_text: ClassVar["Words"]

    def __init__(self, data: Sent, *, agencies: Sequence[tuple[Agency, Sentence]]) -> None:
        """Offer the agencies."""
        super().__init__(data)
        names = [(agency.code, say(name)) for agency, name in agencies]
        self._names = dict(names)
        self.fields["authority"] = forms.ChoiceField(
            label=self.label, help_text=self.help_text, choices=[("", both("請選擇", "Choose")), *names]
        )

    def answers(self) -> list[str]:
        """The agency's name."""
        return [self._names[self.cleaned_data["authority"]]]


class SenderFields(Question):
    """Who writes from outside, and where the answer goes."""

    sender = forms.CharField(
        label=both("姓名", "Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    organisation = forms.CharField(
        label=both("機構（選填）", "Organisation (optional)"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    contact = forms.EmailField(
        label=both("電子郵件", "E-mail address"),
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": both(
                "請填寫完整的電子郵件信箱，例如name@example.tw。",
                "Give a whole e-mail address, such as name@example.tw.",
            )
        },
    )
