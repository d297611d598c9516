"""What the self-check asks: a description, what kind of thing it is, and the figures that controls of the kind want."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from coretech.apps.scope.checking import LONGEST, Asked, Checked
from coretech.apps.scope.checking_figures import asked_of
from coretech.engines.controls.parameters import Form, Parameter, kinds
from coretech.engines.scoping.throughput import THROUGHPUT, entries_in
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both, upfirst

PREFIX = "figure_"
LONGEST_FIGURE, LONGEST_LINES = 60, 600
YES, NO = "yes", "no"
_FLAGS = {YES: True, NO: False}
_TRANSISTORS = {
    "planar": both("平面式", "planar"),
    "finfet": both("鰭式（FinFET）", "FinFET"),
    "gaafet": both("環繞閘極（GAAFET）", "GAAFET"),
}
_NO_THROUGHPUT = Sentence(
    "看不出運算量；每行寫一種精度，例如「312 TOPS 16位元」。",
    "No throughput can be read; write one precision a line, such as “312 TOPS 16-bit”.",
)


def _kinds() -> Iterator[tuple[str, object]]:
    return ((each.name, both(each.label.zh, upfirst(each.label.en))) for each in kinds().values())


class CheckForm(forms.Form):
    """A description with its figures; the fields for figures are those of one kind."""

    text = forms.CharField(
        label=both("描述您的技術", "Describe your technology"),
        help_text=both(
            f"是什麼、怎麼做、做到什麼程度、用在哪裡；中文或英文，{LONGEST:,}字以內。請勿寫入營業秘密或國家機密。",
            f"What it is, how it works, how far it goes, what it is for; Chinese or English, up to {LONGEST:,} "
            "characters. Leave out trade secrets and state secrets.",
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 9, "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=both("屬於哪一種（選填）", "What kind of thing it is (optional)"),
        help_text=both(
            "選了之後可以填數字，與各國管制的門檻比較。",
            "Choose one to give figures and hold them against the limits of controls.",
        ),
        required=False,
        choices=[("", both("不確定，或不在其中", "Not sure, or none of these")), *_kinds()],
    )
    foreign = forms.BooleanField(
        label=both("也與外國清單比較", "Compare with other countries’ lists too"), required=False
    )

    def __init__(
        self,
        data: QueryDict | None,
        day: dt.date,
        kind: str = "",
        initial: Mapping[str, object] | None = None,
    ) -> None:
        """Make the fields for a kind's figures; an unknown kind has none."""
        super().__init__(data, initial={"kind": kind, **(initial or {})})
        self.asked_for = asked_of(kind, day) if kind in kinds() else []
        self.fields.update({PREFIX + each.name: _field(each) for each in self.asked_for})

    @property
    def figures(self) -> list[BoundField]:
        """The fields for figures."""
        return [self[PREFIX + each.name] for each in self.asked_for]

    @property
    def others(self) -> list[BoundField]:
        """The fields before them."""
        return [self["text"], self["kind"], self["foreign"]]

    def clean(self) -> dict[str, object]:
        """Read the lines of throughput, which are refused where they hold none."""
        super().clean()
        written = self.cleaned_data.get(PREFIX + THROUGHPUT)
        if written and not throughput_in(str(written)):
            self.add_error(PREFIX + THROUGHPUT, both(_NO_THROUGHPUT.zh, _NO_THROUGHPUT.en))
        return self.cleaned_data

    def asked(self) -> Asked:
        """What was asked; for a valid form."""
        told = {each.name: self.cleaned_data.get(PREFIX + each.name) for each in self.asked_for}
        figures = {name: _fact(name, str(value)) for name, value in told.items() if value}
        given = self.cleaned_data
        return Asked(given["text"], given["kind"], figures, given["foreign"])


def again(checked: Checked, day: dt.date) -> CheckForm:
    """The form filled with what was checked and the figures that were read, to correct and check once more."""
    figures = {PREFIX + each.parameter.name: _written(each.value) for each in checked.measured.used}
    asked = checked.asked
    told = {"text": asked.text, "foreign": asked.foreign, **figures}
    return CheckForm(None, day, checked.measured.kind, told)


def throughput_in(written: str) -> list[dict[str, object]]:
    """The throughput in some lines, an entry a precision."""
    return [entry.fact() for line in written.splitlines() for entry in entries_in(line)]


def _field(parameter: Parameter) -> forms.Field:
    unit = f"（{parameter.unit}）" if parameter.unit and parameter.form is Form.QUANTITY else ""
    label = both(
        f"{parameter.label.zh}{unit}",
        f"{upfirst(parameter.label.en)}{unit.replace('（', ' (').replace('）', ')')}",
    )
    if parameter.form is Form.FLAG:
        choices = [("", both("不知道", "Not known")), (YES, both("是", "Yes")), (NO, both("否", "No"))]
        return forms.ChoiceField(label=label, required=False, choices=choices)
    if parameter.form is Form.WORD:
        words = [(word, _TRANSISTORS.get(word, word)) for word in parameter.words]
        return forms.ChoiceField(
            label=label, required=False, choices=[("", both("不知道", "Not known")), *words]
        )
    if parameter.form is Form.THROUGHPUT:
        return forms.CharField(
            label=label,
            help_text=both(
                "每行一種精度，只算密集運算，例如「312 TOPS 16位元」。",
                "One precision a line, dense figures only, such as “312 TOPS 16-bit”.",
            ),
            required=False,
            max_length=LONGEST_LINES,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
    return forms.CharField(
        label=label,
        help_text=both(
            "可帶單位；不知道就留空。", "With a unit if you like; leave empty what you do not know."
        ),
        required=False,
        max_length=LONGEST_FIGURE,
    )


def _fact(name: str, value: str) -> object:
    """A field's value as the controls take it."""
    return throughput_in(value) if name == THROUGHPUT else _FLAGS.get(value, value)


def _written(value: object) -> str:
    """A fact as a field shows it."""
    if isinstance(value, bool):
        return YES if value else NO
    return "\n".join(_line(each) for each in value) if isinstance(value, list) else str(value)


def _line(entry: Mapping[str, object]) -> str:
    parts: Iterable[str] = (
        str(entry["tops"]),
        f"{entry['bit_length']}-bit" if entry.get("bit_length") else "",
        "sparse" if entry.get("sparse") else "",
    )
    return " ".join(part for part in parts if part)
