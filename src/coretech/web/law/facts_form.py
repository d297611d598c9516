"""The facts of a question as a form, and the law's answer to them."""

import datetime as dt

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from coretech.law import BadFacts, Ruling, ask
from coretech.law.describe import Described
from coretech.web.law.fields import field_of
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, tr, upfirst

AS_OF = "as_of"


class FactsForm(forms.Form):
    """A field for every fact of a question, made from the law's own description, and the day whose law applies."""

    def __init__(
        self,
        described: Described,
        data: QueryDict | None = None,
        initial: dict[str, object] | None = None,
    ) -> None:
        """Make the fields; the form is unanswered where the address gives none of them."""
        self.described = described
        fields = {fact.name: field_of(fact) for fact in described.facts}
        asked = data is not None and not data.keys().isdisjoint([*fields, AS_OF])
        super().__init__(data if asked else None, initial=initial)
        self.fields.update(fields)
        self.fields[AS_OF] = DayField(
            label=both("適用哪一天的法規", "The law of which day"),
            help_text=both(
                "留空為今日。例如114.11.24或2025-11-24",
                "Today if left empty. For example 2025-11-24, or 114.11.24 (ROC)",
            ),
            required=False,
        )

    @property
    def needed(self) -> list[BoundField]:
        """The facts that must be given."""
        return [self[fact.name] for fact in self.described.facts if fact.required]

    @property
    def optional(self) -> list[BoundField]:
        """The facts that may be left as they are, and the day."""
        return [*(self[fact.name] for fact in self.described.facts if not fact.required), self[AS_OF]]

    @property
    def optional_given(self) -> bool:
        """Whether an optional fact was changed or needs correcting, so that it should be in sight."""
        return self.is_bound and any(bound.errors or _changed(bound) for bound in self.optional)

    def answer(self, today: dt.date) -> Ruling | None:
        """The ruling on the facts; None where there are none yet, or where one of them needs correcting."""
        if not self.is_valid():
            return None
        as_of = self.cleaned_data[AS_OF] or today
        try:
            return ask(self.described.question.id, self.facts(), as_of=as_of)
        except BadFacts as bad:
            label = self.fields[bad.field].label
            en = upfirst(bad.sentence.en)
            self.add_error(bad.field, tr(f"「{label}」：{bad.sentence.zh}。", f"“{label}”: {en}."))
            return None

    def facts(self) -> dict[str, object]:
        """The facts as JSON-like data; an optional one that was left empty is not given at all."""
        given = {fact.name: (fact, self.cleaned_data[fact.name]) for fact in self.described.facts}
        return {
            name: _plain(value)
            for name, (fact, value) in given.items()
            if fact.required or value not in (None, [])
        }


def _changed(bound: BoundField) -> bool:
    """Whether something was given that differs from what holds anyway."""
    return bool(bound.data) and str(bound.data) != str(bound.initial)


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return [_plain(each) for each in value] if isinstance(value, list) else value
