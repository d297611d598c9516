"""The forms of minutes: the recorder's words, and the small ones of each step."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from coretech.apps.meetings.minuting.content import ItemRecord, Words
from coretech.apps.meetings.minuting.reading import Copy
from coretech.apps.meetings.minuting.wording import LONGEST
from coretech.apps.meetings.operations.correct_minutes import LONGEST_REASON
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import both


class SeenForm(forms.Form):
    """A form about the version its sender saw: where somebody wrote another meanwhile, nothing is done."""

    seen = forms.IntegerField(widget=forms.HiddenInput, label=both("所見版次", "The version seen"))

    def __init__(self, data: QueryDict | None, seen: int) -> None:
        """Remember which version was read."""
        super().__init__(data, initial={"seen": seen})


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The two fields of one item."""

    title: Sentence
    discussion: BoundField
    wording: BoundField


class WordsForm(SeenForm):
    """The chair's opening words, each item's discussion and resolution, and the close."""

    def __init__(self, data: QueryDict | None, copy: Copy) -> None:
        """Two fields for each item this writer is not recused from, filled with the words there are."""
        super().__init__(data, copy.version.number)
        self._content, self._withheld = copy.content, copy.withheld
        self.fields["opening"] = _text(both("主席致詞", "The chair's opening words"), self._content.opening)
        for item in self._items():
            self.fields[f"discussion_{item.order}"] = _text(
                both(f"第{item.order}案發言摘要", f"Item {item.order}: discussion"), item.discussion, 8
            )
            self.fields[f"wording_{item.order}"] = _text(
                both(f"第{item.order}案決議", f"Item {item.order}: resolution"), item.wording, 3
            )
        self.fields["closing"] = _text(
            both("散會（空白則記散會時間）", "Close (blank: the hour alone)"), self._content.closing, 2
        )

    def groups(self) -> Iterator[ItemWords]:
        """The fields by item, in the order of the agenda."""
        for item in self._items():
            title = Sentence(f"第{item.order}案　{item.title}", f"Item {item.order}: {item.title_en}")
            yield ItemWords(title, self[f"discussion_{item.order}"], self[f"wording_{item.order}"])

    def words(self) -> Words:
        """What was written; for a valid form."""
        given = self.cleaned_data
        items = {
            item.order: (given[f"discussion_{item.order}"], given[f"wording_{item.order}"])
            for item in self._items()
        }
        return Words(given["opening"], given["closing"], items)

    def _items(self) -> Iterator[ItemRecord]:
        return (item for item in self._content.items if item.order not in self._withheld)


class CorrectionForm(WordsForm):
    """The same with the reason for the correction."""

    def __init__(self, data: QueryDict | None, copy: Copy) -> None:
        """Ask for the reason after the words."""
        super().__init__(data, copy)
        self.fields["why"] = forms.CharField(
            label=both("更正理由", "Why the minutes are corrected"), max_length=LONGEST_REASON
        )


def _text(label: object, initial: str, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=str(label),
        required=False,
        max_length=LONGEST,
        initial=initial,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
