"""The forms of a case's steps; each brings back the version of the case its reader saw."""

from collections.abc import Mapping

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Case
from coretech.web.shell.words import both


class SeenForm(forms.Form):
    """A step without a question; ``seen`` keeps two clerks from overwriting each other."""

    seen = forms.IntegerField(
        label=both("案件版次", "Version of the case"), widget=forms.HiddenInput, min_value=0
    )

    @property
    def version_seen(self) -> int:
        """The version of the case the reader saw; for a valid form."""
        return int(self.cleaned_data["seen"])

    def words(self, name: str) -> str:
        """What was typed into a field; for a valid form."""
        return str(self.cleaned_data[name])


class Chosen(forms.ChoiceField):
    """One of the choices drawn; whether it still stands is for the operation to say, which knows a repeated request."""

    def valid_value(self, value: object) -> bool:  # noqa: ARG002 - any text goes on to the operation
        """Let everything through."""
        return True


class ChosenMany(forms.MultipleChoiceField):
    """Any of the choices drawn, checked by the operation as `Chosen` is."""

    def valid_value(self, value: object) -> bool:  # noqa: ARG002 - any text goes on to the operation
        """Let everything through."""
        return True


def seen_form(_by: Acting, case: Case, data: Mapping[str, object] | None) -> SeenForm:
    """The form of a step that asks nothing."""
    return SeenForm(data, initial={"seen": case.lock})
