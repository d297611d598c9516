"""Somebody's figures as a form whose answers stand in the address: read strictly, and nothing is kept."""

import datetime as dt
from collections.abc import Iterator

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from coretech.engines.controls.facts import Facts, read_facts
from coretech.engines.controls.parameters import Form, Kind, parameters
from coretech.engines.controls.problems import FactsError
from coretech.kit.sentence import Sentence
from coretech.web.controls import sold
from coretech.web.controls.asked import THROUGHPUT, destinations_asked, facts_of
from coretech.web.controls.contradictions import contradiction
from coretech.web.controls.fields import NO, YES, field_of, measured
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, tr, upfirst

ON, DESTINATION, TPP = "on", "destination", "tpp"


class FiguresForm(forms.Form):
    """A field for every fact that the items of a kind look at, the destination where it matters, and the day."""

    def __init__(self, kind: Kind, data: QueryDict | None = None) -> None:
        """Make the fields; the form is unanswered where the address gives none of them."""
        self.kind = kind
        self.facts: Facts | None = None
        fields = dict(_fields(kind))
        asked = data is not None and not data.keys().isdisjoint(fields)
        super().__init__(data if asked else None)
        self.fields.update(fields)

    @property
    def precisions(self) -> list[BoundField]:
        """The fields of throughput, where the kind is asked for it."""
        return [self[name] for name in sold.fields() if name in self.fields]

    @property
    def others(self) -> list[BoundField]:
        """All other fields, as drawn."""
        return [bound for bound in self if bound.name not in sold.fields()]

    def day(self, today: dt.date) -> dt.date:
        """The day whose rules are asked about; today where it is left empty."""
        told: dt.date | None = self.cleaned_data.get(ON)
        return told or today

    def sold(self) -> list[sold.Sold]:
        """The throughput that was written down."""
        return list(sold.sold(self.cleaned_data)) if THROUGHPUT in facts_of(self.kind.name) else []

    def clean(self) -> dict[str, object]:
        """Read the facts, with what is wrong said at its field."""
        told = super().clean() or self.cleaned_data
        if self.errors or self._sparse():
            return told
        try:
            facts = read_facts(self.given())
        except FactsError as error:
            self._complain(self._field_of(error.field), error.sentence)
            return told
        found = contradiction(facts)
        if found is None:
            self.facts = facts
        else:
            self._complain(*found)
        return told

    def given(self) -> dict[str, object]:
        """The facts as the interface and the command take them; what was left empty is not in it."""
        told = self.cleaned_data
        facts: dict[str, object] = {"kind": self.kind.name}
        if entries := self.sold():
            facts[THROUGHPUT] = [
                {"tops": each.tops or None, "bit_length": each.bits or None} for each in entries
            ]
        for name in (*facts_of(self.kind.name), TPP, DESTINATION):
            value = told.get(name)
            if value in (None, ""):
                continue
            parameter = parameters().get(name)
            flag = parameter is not None and parameter.form is Form.FLAG
            facts[name] = value == YES if flag and value in (YES, NO) else value
        return facts

    def _sparse(self) -> bool:
        found = [each for each in self.sold() if sold.is_sparse(self.cleaned_data, each)]
        for each in found:
            self.add_error(each.field, tr(sold.SPARSE_REFUSED.zh, sold.SPARSE_REFUSED.en))
        return bool(found)

    def _field_of(self, place: str) -> str:
        """The field a complaint is about: ``throughput[1].tops`` is the second figure written down."""
        if not place.startswith(f"{THROUGHPUT}["):
            return place
        number, _, part = place.removeprefix(f"{THROUGHPUT}[").partition("]")
        each = self.sold()[int(number)]
        return sold.OTHER_BITS if part == ".bit_length" else each.field

    def _complain(self, name: str, sentence: Sentence) -> None:
        if name not in self.fields:
            self.add_error(None, tr(f"{sentence.zh}。", f"{upfirst(sentence.en)}."))
            return
        label = self.fields[name].label
        self.add_error(name, tr(f"「{label}」：{sentence.zh}。", f"“{label}”: {sentence.en}."))


def _fields(kind: Kind) -> Iterator[tuple[str, forms.Field]]:
    for name in facts_of(kind.name):
        if name == THROUGHPUT:
            yield from sold.fields().items()
            yield (
                TPP,
                measured(
                    both(
                        "總處理效能（TPP），若規格已載明",
                        "Total processing performance (TPP), where it is stated",
                    ),
                    "沒有就留空，由上面的數字計算；兩者都填時須一致。",
                    "Leave it empty to have it reckoned from the figures above; where both are given they must agree.",
                ),
            )
        else:
            yield name, field_of(parameters()[name])
    if destinations_asked(kind.name):
        yield (
            DESTINATION,
            measured(
                both("輸往哪裡", "Destination"),
                "兩個字母的國別代碼，例如 CN；填了才判斷許可政策。",
                "A country's two letters, such as CN; the licensing policy is worked out only with it.",
            ),
        )
    yield (
        ON,
        DayField(
            label=both("適用哪一天的規定", "The rules of which day"),
            help_text=both(
                "留空為今日。例如114.11.24或2025-11-24",
                "Today if left empty. For example 2025-11-24, or 114.11.24 (ROC)",
            ),
            required=False,
        ),
    )
