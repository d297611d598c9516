"""What would be on the list afterwards, one group of questions for each result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.affected import results_of
from coretech.apps.cases.models import Affected, Case
from coretech.apps.cases.naming import Named
from coretech.apps.inventory.models import Candidate
from coretech.apps.people.queries import agencies_on
from coretech.apps.technologies.queries import sectors
from coretech.kit.sentence import Sentence
from coretech.web.cases.forms import SeenForm
from coretech.web.shell.words import both, say

_FIELDS = ("name_zh", "name_en", "scope_zh", "scope_en", "authority", "sector")
_MORE = 2
"""How many empty groups a split offers beside the two it needs; saving makes room for more."""


@dataclass(frozen=True, slots=True)
class Group:
    """The questions about one result under their heading."""

    heading: Sentence | None
    fields: tuple[BoundField, ...]


class ResultsForm(SeenForm):
    """The results of a case; in a split each under its number, and what is left empty is no result."""

    def __init__(self, by: Acting, case: Case, data: Mapping[str, object] | None) -> None:
        """Start from the results the case has."""
        rows = results_of(case)
        self._places = _places(case, rows)
        super().__init__(data, initial={"seen": case.lock} | _initial(self._places, rows))
        for place in self._places:
            self.fields |= _questions(by, place, needed=place == "" or int(place[1:]) <= _needed(case))

    @property
    def groups(self) -> list[Group]:
        """The questions, result by result."""
        return [
            Group(_heading(place), tuple(self[f"{name}{place}"] for name in _FIELDS))
            for place in self._places
        ]

    @property
    def others(self) -> list[BoundField]:
        """What is asked beside the results."""
        asked = {f"{name}{place}" for place in self._places for name in _FIELDS}
        return [bound for bound in self if bound.name not in asked]

    def leave_out_results(self) -> None:
        """Ask about no result: for a removal."""
        for place in self._places:
            for name in _FIELDS:
                del self.fields[f"{name}{place}"]
        self._places = []

    def results(self) -> list[Named]:
        """The results that were written; for a valid form."""
        written = [self._named(place) for place in self._places]
        return [named for named in written if named.name_zh.strip() or named.name_en.strip()]

    def _named(self, place: str) -> Named:
        return Named(**{name: self.words(f"{name}{place}") for name in _FIELDS})


def _needed(case: Case) -> int:
    return 2 if case.aspect == Candidate.Aspect.SPLIT else 1


def _places(case: Case, rows: Sequence[Affected]) -> list[str]:
    """The ends of the fields' names: none for a single result, ``_1``, ``_2`` … for several."""
    if case.aspect != Candidate.Aspect.SPLIT:
        return [""]
    return [f"_{place}" for place in range(1, max(2, len(rows)) + _MORE + 1)]


def _heading(place: str) -> Sentence | None:
    return Sentence(f"分拆後第{place[1:]}項", f"Result {place[1:]}") if place else None


def _initial(places: Sequence[str], rows: Sequence[Affected]) -> dict[str, str]:
    return {
        f"{name}{place}": value
        for place, row in zip(places, rows, strict=False)
        for name, value in {
            "name_zh": row.name_zh,
            "name_en": row.name_en,
            "scope_zh": row.scope_zh,
            "scope_en": row.scope_en,
            "authority": row.authority.code,
            "sector": row.sector.code,
        }.items()
    }


def _questions(by: Acting, place: str, *, needed: bool) -> dict[str, forms.Field]:
    choose = ("", both("請選擇", "Choose"))
    agencies = [(agency.code, say(agency.name_on(by.today))) for agency in agencies_on(by.today)]
    fields = [(sector.code, say(sector.name)) for sector in sectors()]
    asked = {
        "name_zh": forms.CharField(label=both("中文名稱", "Name in Chinese"), max_length=200),
        "name_en": forms.CharField(label=both("英文名稱", "Name in English"), max_length=300),
        "scope_zh": _scope("適用範疇（中文，可不填）", "Scope in Chinese, if it has one"),
        "scope_en": _scope("適用範疇（英文，可不填）", "Scope in English, if it has one"),
        "authority": forms.ChoiceField(
            label=both("主管機關", "Authority"), choices=[choose, *agencies], required=needed
        ),
        "sector": forms.ChoiceField(label=both("領域", "Sector"), choices=[choose, *fields], required=needed),
    }
    for name in ("name_zh", "name_en"):
        asked[name].required = needed
    return {f"{name}{place}": question for name, question in asked.items()}


def _scope(zh: str, en: str) -> forms.CharField:
    return forms.CharField(
        label=both(zh, en), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000, required=False
    )
