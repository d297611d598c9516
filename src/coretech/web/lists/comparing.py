"""Two versions of a list, or two countries' lists, side by side."""

from collections.abc import Sequence
from itertools import pairwise

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape

from coretech.apps.lists.comparing import COUNTRIES, VERSIONS, Change, Kind
from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.queries import Standing, standing_versions
from coretech.apps.lists.sides_compared import Sides, as_rows, compared_versions
from coretech.apps.lists.words import country
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry
from coretech.readers.register_files.csv_file import write_rows
from coretech.web.crosswalk.words import localized
from coretech.web.lists.words import title_of
from coretech.web.opendata.answers import open_file
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

_MOST = 1_000


class CompareForm(forms.Form):
    """Which two versions."""

    left = forms.ChoiceField(label=both("左方", "Left"))
    right = forms.ChoiceField(label=both("右方", "Right"))

    def __init__(self, data: QueryDict, versions: Sequence[Standing]) -> None:
        """Offer every version, by country; with one of the two the other is still asked for."""
        whole = data.keys() >= {"left", "right"}
        super().__init__(data if whole else None, initial=data.dict())
        choices = [("", tr("請選擇", "Choose")), *((each.code, _choice(each)) for each in versions)]
        for name in ("left", "right"):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def clean_right(self) -> str:
        """Another version than the left one."""
        right: str = self.cleaned_data["right"]
        if right == self.cleaned_data.get("left"):
            raise forms.ValidationError(both("請選兩份不同的清單。", "Choose two different lists."))
        return right


@require_safe
def list_compare(request: HttpRequest) -> HttpResponse:
    """What came, went, was renamed, moved, merged or split; for two lists what they share. Public."""
    versions = standing_versions()
    form = CompareForm(request.GET, versions)
    context: dict[str, object] = {"form": form, "sides": None, "successions": _successions(versions)}
    if form.is_valid():
        context |= _context(compared_versions(form.cleaned_data["left"], form.cleaned_data["right"]))
    return draw(request, "lists/compare.jinja", context, form)


@require_safe
def list_compare_csv(request: HttpRequest, left_code: str, right_code: str) -> HttpResponse:
    """The same as a table to save. Public; HTTP 404 for a version there is none of."""
    sides = compared_versions(left_code, right_code)
    name = f"{sides.left.code}-{sides.right.code}.csv"
    return open_file(request, write_rows(as_rows(sides)), "text/csv; charset=utf-8", name)


def _successions(versions: Sequence[Standing]) -> list[tuple[str, str, str]]:
    """Each version of a list beside the one before it, by their codes, with the words for both."""
    return [
        (before.code, after.code, f"{title_of(before.version)} → {after.version.dated}")
        for after, before in pairwise(versions)
        if after.version.list_id == before.version.list_id
    ]


def _context(sides: Sides) -> dict[str, object]:
    words = VERSIONS if sides.same_list else COUNTRIES
    changes = sides.comparison.changes
    return {
        "sides": sides,
        "titles": [title_of(each.version) for each in (sides.left, sides.right)],
        "columns": _columns(sides),
        "counts": [(say(words[kind]), count) for kind, count in sides.comparison.counts.items()],
        "groups": [
            (say(words[kind]), [_row(each, sides) for each in changes[:_MOST] if each.kind is kind])
            for kind in sides.comparison.counts
        ],
        "more": max(len(changes) - _MOST, 0),
        "incomplete": [
            title_of(each.version) for each in (sides.left, sides.right) if not each.version.complete
        ],
    }


def _columns(sides: Sides) -> tuple[Column, ...]:
    return (
        Column(Sentence(sides.left.code, sides.left.code)),
        Column(Sentence(sides.right.code, sides.right.code)),
        Column(Sentence("依據", "By what")),
    )


def _row(change: Change, sides: Sides) -> list[object]:
    return [
        _side(change.left, sides.left.code),
        _side(change.right, sides.right.code),
        basis_of(change),
    ]


def _side(entries: tuple[Entry, ...], version: str) -> Markup:
    links = [
        Markup('<a class="govuk-link" href="{}">{} {}</a>').format(
            localized(item_address(version, each.code)), each.code, entry_name(each)
        )
        for each in entries
    ]
    return Markup("<br>").join(links) if links else escape("–")


def entry_name(entry: Entry) -> str:
    """An item's name in the language of the page, as far as it has one, with the issuer's own beside a rendering."""
    first = entry.names.get(tr("zh-Hant", "en"), "")
    own = next((name for tag, name in entry.names.items() if tag not in entry.translated), "")
    if first and own and first != own and tr("zh-Hant", "en") in entry.translated:
        return f"{first}{tr('（', ' (')}{own}{tr('）', ')')}"
    return first or own or next(iter(entry.names.values()), entry.code)


def basis_of(change: Change) -> str:
    """Whether it is certain, or proposed and how alike the names are."""
    if change.score is not None:
        percent = round(change.score * 100)
        return tr(f"建議：名稱相似{percent}%", f"Proposed: names {percent}% alike")
    if change.kind in {Kind.SAME, Kind.MOVED}:
        return tr("名稱相同", "Equal names")
    return tr("沒有相近的名稱", "No name like it")


def _choice(each: Standing) -> str:
    return f"{say(country(each.version.list.country))} {title_of(each.version)}"
