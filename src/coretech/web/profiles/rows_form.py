"""A section's rows as a form: every row there is, and empty ones to add more; an emptied row is left out."""

from collections.abc import Sequence

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from coretech.engines.profiles.cells import Form
from coretech.engines.profiles.content import Fault, Row, section_of
from coretech.engines.profiles.sections import LINE, Column, Section
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both, say, tr, upfirst

SPARE = 2
_DIGITS = 3


class RowsForm(forms.Form):
    """A field ``name-row`` for each cell, rows counted from 1; what it holds is read as the engine reads it."""

    def __init__(self, section: Section, rows: Sequence[Row], data: QueryDict | None = None) -> None:
        """Make the fields, filled with the rows there are."""
        self.section = section
        self.rows: list[dict[str, str]] = []
        self.many = max(len(rows), _sent(data)) if data is not None else len(rows) + SPARE
        self.many = min(self.many, section.most)
        super().__init__(data, initial=_initial(rows))
        for number in range(1, self.many + 1):
            for column in section.columns:
                self.fields[_name(column.name, number)] = _field(column)

    @property
    def drawn(self) -> list[tuple[int, list[BoundField]]]:
        """The fields row by row."""
        return [
            (number, [self[_name(column.name, number)] for column in self.section.columns])
            for number in range(1, self.many + 1)
        ]

    def clean(self) -> dict[str, object]:
        """Read the rows; every fault stands at its cell."""
        told = super().clean() or self.cleaned_data
        faults: list[Fault] = []
        given = [
            {column.name: str(told.get(_name(column.name, number)) or "") for column in self.section.columns}
            for number in range(1, self.many + 1)
        ]
        self.rows = section_of(self.section, given, faults)
        for fault in faults:
            name = _name(fault.column, fault.row)
            self.add_error(name if name in self.fields else None, _said(fault.sentence, self, name))
        return told


def _said(sentence: Sentence, form: RowsForm, name: str) -> str:
    if name not in form.fields:
        return tr(f"{sentence.zh}。", f"{upfirst(sentence.en)}.")
    label, row = form.fields[name].label, name.rpartition("-")[2]
    return tr(f"第{row}列「{label}」：{sentence.zh}。", f"Row {row}, “{label}”: {sentence.en}.")


def _name(column: str, number: int) -> str:
    return f"{column}-{number}"


def _sent(data: QueryDict | None) -> int:
    """How many rows were sent, by the names of their fields."""
    found = [name.rpartition("-")[2] for name in data or ()]
    return max((int(each) for each in found if each.isdecimal() and len(each) <= _DIGITS), default=0)


def _initial(rows: Sequence[Row]) -> dict[str, str]:
    return {_name(name, number): value for number, row in enumerate(rows, 1) for name, value in row.items()}


def _field(column: Column) -> forms.Field:
    label = both(column.label.zh, column.label.en)
    if column.form is Form.WORD:
        words = column.words
        return forms.ChoiceField(
            label=label,
            required=False,
            choices=lambda: [("", "–"), *((name, say(each)) for name, each in words.items())],
        )
    widget = forms.Textarea(attrs={"rows": 3}) if column.longest > LINE else forms.TextInput()
    return forms.CharField(label=label, required=False, max_length=column.longest, widget=widget)
