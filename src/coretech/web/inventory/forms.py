"""The questions about a new candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found, check
from coretech.apps.people.queries import agencies_on
from coretech.apps.register.models import ItemVersion
from coretech.apps.technologies.queries import sectors
from coretech.web.cases.words import ASPECTS, KINDS
from coretech.web.inventory.words import GROUNDS
from coretech.web.shell.words import both, say

Choices = list[tuple[str, str]]
_CHOOSE = ("", both("請選擇", "Choose"))
_NAMES = frozenset({"name_zh", "name_en"})
_ALL = _NAMES | {"sector", "authority"}
_ASKED_SOMETIMES = _ALL | {"ground"}
_ASKED: Mapping[str, frozenset[str]] = {
    "": _ALL,
    Candidate.Aspect.NAME: _NAMES,
    Candidate.Aspect.SCOPE: frozenset(),
    Candidate.Aspect.AUTHORITY: frozenset({"authority"}),
    Candidate.Aspect.SPLIT: frozenset(),
    Candidate.Aspect.MERGE: _ALL,
    Candidate.Aspect.REMOVAL: frozenset(),
}
"""What each aspect has to be asked: a split's results and a changed scope are named in the case."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a reader can choose from: the agencies one records for, any authority, the sectors."""

    own: Choices
    authorities: Choices
    sectors: Choices

    @classmethod
    def to(cls, by: Acting) -> "Offer":
        """The choices of this reader today; the Office records for every agency."""
        everybody = [(agency.code, say(agency.name_on(by.today))) for agency in agencies_on(by.today)]
        own = [each for each in everybody if refusal_of(check, by, each[0]) is None]
        return cls(own, everybody, [(sector.code, say(sector.name)) for sector in sectors()])


class KindForm(forms.Form):
    """The first question."""

    kind = forms.ChoiceField(
        label=both("要提出什麼？", "What is it?"),
        choices=[(kind.value, both(words.zh, words.en)) for kind, words in KINDS.items()],
        widget=forms.RadioSelect,
    )


class ItemForm(forms.Form):
    """For a change: which item of the list in force."""

    kind = forms.CharField(widget=forms.HiddenInput, initial=Candidate.Kind.CHANGE.value)

    def __init__(self, data: Mapping[str, object] | None, *, listed: Sequence[ItemVersion]) -> None:
        """Offer the list."""
        super().__init__(data)
        self._listed = {str(version.item.number): version for version in listed}
        named = [(number, f"{number}. {say(version.name)}") for number, version in self._listed.items()]
        self.fields["item"] = forms.ChoiceField(
            label=both("擬變更清單第幾項？", "Which item of the list?"), choices=[_CHOOSE, *named]
        )

    def chosen(self) -> ItemVersion:
        """The item as listed; for a valid form."""
        return self._listed[str(self.cleaned_data["item"])]


class AspectForm(forms.Form):
    """For a change: what of the item."""

    kind = forms.CharField(widget=forms.HiddenInput, initial=Candidate.Kind.CHANGE.value)
    item = forms.CharField(widget=forms.HiddenInput)
    aspect = forms.ChoiceField(
        label=both("要變更什麼？", "What of it should change?"),
        choices=[(aspect.value, both(words.zh, words.en)) for aspect, words in ASPECTS.items()],
        widget=forms.RadioSelect,
    )


class CandidateForm(forms.Form):
    """The candidate itself; for a change it asks the ground and what the aspect needs, and no more.

    ``known`` comes back with the second sending, after what came before was shown.
    """

    agency = forms.ChoiceField(label=both("盤點機關", "Which agency's inventory"))
    name_zh = forms.CharField(label=both("中文名稱", "Name in Chinese"), max_length=200)
    name_en = forms.CharField(label=both("英文名稱", "Name in English"), max_length=300)
    sector = forms.ChoiceField(label=both("領域", "Sector"))
    authority = forms.ChoiceField(
        label=both("擬任技術主管機關", "Proposed authority"),
        help_text=both(
            "公告後負責管理該項技術的機關。",
            "The agency that will be in charge of the technology once announced.",
        ),
    )
    ground = forms.ChoiceField(
        label=both("變更事由", "Ground for the change"),
        choices=[(ground.value, both(words.zh, words.en)) for ground, words in GROUNDS.items()],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=both("盤點所見及理由", "What the inventory found, and why it matters"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )
    known = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        offer: Offer,
        kind: Candidate.Kind,
        listed: ItemVersion | None,
        aspect: str = "",
    ) -> None:
        """Offer what this reader can choose from."""
        super().__init__(data, initial=_initial(offer, listed))
        self._kind, self._listed, self._aspect = kind, listed, aspect
        for name, choices in (
            ("agency", offer.own),
            ("sector", offer.sectors),
            ("authority", offer.authorities),
        ):
            self.fields[name] = _among(self.fields[name], choices)
        for name in _ASKED_SOMETIMES - _asked(aspect):
            del self.fields[name]

    @property
    def technology(self) -> int | None:
        """The technology of the item that would change."""
        return None if self._listed is None else self._listed.item.technology_id

    def found(self) -> Found:
        """The candidate, what was not asked being as the list has it; for a valid form."""
        says = {} if self._listed is None else _as_listed(self._listed)
        answers = {name: value for name, value in self.cleaned_data.items() if name != "known"}
        return Found(
            kind=self._kind.value, aspect=self._aspect, technology=self.technology, **(says | answers)
        )


def _among(asked: forms.Field, choices: Choices) -> forms.ChoiceField:
    """The field with its choices; a single one is chosen already."""
    offered = choices if len(choices) == 1 else [_CHOOSE, *choices]
    return forms.ChoiceField(label=asked.label, help_text=asked.help_text, choices=offered)


def _initial(offer: Offer, listed: ItemVersion | None) -> dict[str, str]:
    """What the form starts from."""
    own = {"agency": offer.own[0][0], "authority": offer.own[0][0]} if len(offer.own) == 1 else {}
    if listed is None:
        return own
    return own | _as_listed(listed)


def _as_listed(listed: ItemVersion) -> dict[str, str]:
    """What the list says of the item now, as the form's own fields."""
    return {
        "name_zh": listed.name_zh,
        "name_en": listed.name_en,
        "sector": listed.sector.code,
        "authority": listed.authority.code,
    }


def _asked(aspect: str) -> frozenset[str]:
    return _ASKED[aspect] | {"ground"} if aspect else _ASKED[aspect]
