"""Settling what an indicator means: its controller confirms what was proposed, changes it, or sets up a new one."""

from collections.abc import Iterator
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.models import Element, PlanVersion
from coretech.apps.plans.queries import elements_of, version_of
from coretech.apps.reports.measured.indicators import Stated, find_indicator
from coretech.apps.reports.operations import define_indicator
from coretech.apps.reports.operations.define_indicator import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_UNIT,
    Meaning,
    Wanted,
)
from coretech.engines.progress.figures import Comparator
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.said import plain
from coretech.kit.roc import OFFSET, roc_year
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.indicators.words import COMPARATORS
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say

_MOST_YEARS = 12


class MeaningForm(forms.Form):
    """An indicator's definition; the targets are a field for each year of its term, empty where there is none."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=both("指標名稱", "The indicator's name"),
        max_length=LONGEST_NAME,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kind = forms.ChoiceField(
        label=both("種類", "Kind"), choices=lambda: [(each.value, say(each.said)) for each in Kind]
    )
    direction = forms.ChoiceField(
        label=both("方向", "Direction"), choices=lambda: [(each.value, say(each.said)) for each in Direction]
    )
    unit = forms.CharField(
        label=both("單位", "Unit"),
        help_text=both("里程碑與質化指標免填。", "A milestone or a target in words has none."),
        max_length=LONGEST_UNIT,
        required=False,
    )
    baseline = forms.DecimalField(
        label=both("基準值", "Baseline"),
        help_text=both("沒有就留空；空白不是零。", "Leave it empty where there is none; empty is not zero."),
        max_digits=24,
        decimal_places=6,
        required=False,
    )
    baseline_note = forms.CharField(
        label=both("基準值的來源", "Where the baseline comes from"), max_length=LONGEST_NOTE, required=False
    )
    start = forms.IntegerField(label=both("起始年（民國）", "First year (ROC)"), min_value=1, max_value=300)
    end = forms.IntegerField(label=both("結束年（民國）", "Last year (ROC)"), min_value=1, max_value=300)
    why = forms.CharField(
        label=both("理由", "Why"),
        help_text=both(
            "會公開，例如「依原文件確認」。", "It is public, for example “confirmed against the document”."
        ),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None, years: range, initial: dict[str, object]) -> None:
        """A target's fields for each year."""
        super().__init__(data, initial=initial)
        self.years = years
        for year in years:
            self.fields |= _year_fields(year)

    def year_fields(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """Each year with its fields, for the page."""
        for year in self.years:
            yield year, [self[f"{name}_{year}"] for name in ("target", "upper", "comparator", "words")]

    def meaning(self) -> Meaning:
        """The definition; for a valid form."""
        said = self.cleaned_data
        return Meaning(
            name=said["name"],
            kind=Kind(said["kind"]),
            direction=Direction(said["direction"]),
            unit=said["unit"],
            start=said["start"],
            end=said["end"],
            targets=tuple(self._wanted()),
            why=said["why"],
            baseline=said["baseline"],
            baseline_note=said["baseline_note"],
            seen=said["seen"],
        )

    def _wanted(self) -> Iterator[Wanted]:
        """The years that have a target: a figure, or words."""
        for year in self.years:
            value, upper, comparator, words = (
                self.cleaned_data[f"{name}_{year}"] for name in ("target", "upper", "comparator", "words")
            )
            if value is not None or upper is not None or words:
                yield Wanted(year, value, upper, Comparator(comparator or Comparator.PLAIN), words)


class NewForm(MeaningForm):
    """A new indicator: the entry of the plan it belongs to as well."""

    element = forms.ChoiceField(label=both("屬於哪一項", "What it belongs to"))

    def __init__(
        self, data: QueryDict | None, years: range, initial: dict[str, object], version: PlanVersion
    ) -> None:
        """Offer the measures and programmes."""
        super().__init__(data, years, initial)
        found = elements_of(version, Element.Kind.MEASURE, Element.Kind.PROGRAMME, Element.Kind.STRATEGY)
        field = self.fields["element"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(each.key, f"{each.code} {each.title}".strip()) for each in found]


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_define(request: HttpRequest, plan_slug: str, indicator_key: str) -> HttpResponse:
    """One form, starting from the definition that holds."""
    by = acting(request)
    stated = find_indicator(plan_slug, indicator_key, by.today)
    define_indicator.check(by, stated.indicator.plan)
    form = MeaningForm(sent(request), _years_of(stated), _initial(stated))
    if form.is_bound and attempt(
        form, lambda: define_indicator.define_indicator(by, plan_slug, indicator_key, form.meaning())
    ):
        settled = Sentence(
            "指標的定義已確認；先前的定義保留在頁末。",
            "The definition is settled; earlier ones stay on record.",
        )
        return done(request, settled, "indicator", plan_slug, indicator_key)
    context = {"form": form, "version": version_of(plan_slug), "stated": stated}
    return draw(request, "indicators/define.jinja", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_new(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """A form for an indicator that no target of the document tells."""
    by = acting(request)
    version = version_of(plan_slug)
    define_indicator.check(by, version.plan)
    start = version.start or roc_year(by.today.year)
    end = min(version.end or start, start + _MOST_YEARS - 1)
    first: dict[str, object] = {"seen": 0, "start": start, "end": end, "element": request.GET.get("element")}
    form = NewForm(sent(request), range(start, end + 1), first, version)
    key = _free_key(version)
    if form.is_bound and attempt(
        form,
        lambda: define_indicator.define_indicator(
            by, plan_slug, key, form.meaning(), form.cleaned_data["element"]
        ),
    ):
        added = Sentence("指標已新增。", "The indicator is set up.")
        return done(request, added, "plan_indicators", plan_slug)
    return draw(request, "indicators/define.jinja", {"form": form, "version": version, "stated": None}, form)


def _free_key(version: PlanVersion) -> str:
    """A key that no indicator of the plan has yet."""
    taken = set(version.plan.indicators.values_list("key", flat=True))
    return next(key for number in range(1, len(taken) + 2) if (key := f"own-{number}") not in taken)


def _years_of(stated: Stated) -> range:
    first, last = stated.definition.start, stated.definition.end
    return range(first, min(last, first + _MOST_YEARS - 1) + 1)


def _year_fields(year: int) -> dict[str, forms.Field]:
    zh, en = f"{year}（{year + OFFSET}）", f"{year + OFFSET} (ROC {year})"
    return {
        f"target_{year}": _figure(f"{zh}目標", f"Target of {en}"),
        f"upper_{year}": _figure("上限（區間才填）", "Upper end, of a range"),
        f"comparator_{year}": forms.ChoiceField(
            label=both("怎麼比", "How it binds"),
            choices=lambda: [(each.value, say(words)) for each, words in COMPARATORS.items()],
            required=False,
        ),
        f"words_{year}": forms.CharField(
            label=both("文字", "In words"), max_length=LONGEST_NOTE, required=False
        ),
    }


def _figure(zh: str, en: str) -> forms.DecimalField:
    return forms.DecimalField(label=both(zh, en), max_digits=24, decimal_places=6, required=False)


def _initial(stated: Stated) -> dict[str, object]:
    definition = stated.definition
    found: dict[str, object] = {
        "seen": definition.number,
        "baseline": _number(definition.baseline),
        **{
            name: getattr(definition, name)
            for name in ("name", "kind", "direction", "unit", "baseline_note", "start", "end")
        },
    }
    for each in stated.targets:
        found |= {
            f"target_{each.year}": _number(each.value),
            f"upper_{each.year}": _number(each.upper),
            f"comparator_{each.year}": each.comparator,
            f"words_{each.year}": each.words,
        }
    return found


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value).replace(",", "")
