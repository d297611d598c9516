"""Steps that several cases take together: the cases that wait, which of them can be chosen, and why others cannot."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import cases_at
from coretech.apps.cases.states import Step
from coretech.kit.refusal import Refused
from coretech.web.cases.forms import ChosenMany
from coretech.web.shell.words import both, say


@dataclass(frozen=True, slots=True)
class Waiting:
    """The cases a joint step could take, and those that wait with what closes the step to them."""

    ready: tuple[Case, ...]
    closed: tuple[tuple[Case, Refused], ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The ready cases for a form."""
        return [(case.reference, f"{case.reference}　{say(case.name)}") for case in self.ready]


def waiting_for(by: Acting, step: Step, check: Callable[[Acting, Case], object]) -> Waiting:
    """The cases at a step, oldest first (HTTP 403 for whoever may not take it)."""
    asked = [(case, refusal_of(check, by, case)) for case in reversed(cases_at(by, step))]
    return Waiting(
        ready=tuple(case for case, refusal in asked if refusal is None),
        closed=tuple((case, refusal) for case, refusal in asked if refusal is not None),
    )


class JointForm(forms.Form):
    """The cases to take together; further questions follow in each step's own form."""

    references = ChosenMany(label=both("案件", "Cases"))

    def __init__(self, data: Mapping[str, object] | None, *, waiting: Waiting, named: Iterable[str]) -> None:
        """Offer the cases that are ready; tick those the address names, or the only one there is."""
        super().__init__(data, initial={"references": _ticked(named, waiting)})
        self.fields["references"] = ChosenMany(
            label=both("一併辦理的案件", "Cases to take together"),
            choices=waiting.choices,
            widget=forms.CheckboxSelectMultiple,
        )

    def chosen(self) -> tuple[str, ...]:
        """The references; for a valid form."""
        return tuple(self.cleaned_data["references"])


def _ticked(named: Iterable[str], waiting: Waiting) -> list[str]:
    ready = [case.reference for case in waiting.ready]
    return [each for each in ready if each in set(named)] or (ready if len(ready) == 1 else [])
