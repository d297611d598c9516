"""Entering a figure, and restating one; for those who check what is reported on the plan."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.queries import version_of
from coretech.apps.reports.measured.indicators import Stated, find_indicator
from coretech.apps.reports.measured.observed import (
    LONGEST_FIGURE,
    LONGEST_WHY,
    LONGEST_WORDS,
    QUARTERS,
    Figure,
)
from coretech.apps.reports.models import Observation
from coretech.apps.reports.operations import record_observation, restate_observation
from coretech.engines.progress.kinds import Nature
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.indicators.words import by_yes_or_no, nature_of, value_of, year_words
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say, tr

_WHOLE = "year"


class FigureForm(forms.Form):
    """A figure with its period; a milestone is told by yes or no."""

    year = forms.IntegerField(label=both("年度（民國）", "Year (ROC)"), min_value=1, max_value=300)
    quarter = forms.ChoiceField(
        label=both("截至", "Up to"),
        choices=lambda: [
            (_WHOLE, tr("全年", "The whole year")),
            *((str(each), tr(f"第{each}季末", f"The end of Q{each}")) for each in QUARTERS),
        ],
    )
    nature = forms.ChoiceField(
        label=both("性質", "Nature"),
        choices=lambda: [(each.value, say(each.said)) for each in Nature],
        widget=forms.RadioSelect,
    )
    given_value = forms.CharField(label=both("數值", "Figure"), max_length=LONGEST_FIGURE)
    given_unit = forms.CharField(
        label=both("單位", "Unit"),
        help_text=both("同類單位會自動換算。", "Another unit of the same sort is converted."),
        max_length=40,
    )
    done = forms.ChoiceField(
        label=both("完成了嗎", "Is it done?"),
        choices=lambda: [("yes", tr("已完成", "Done")), ("no", tr("未完成", "Not done"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=both("說明", "In words"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    why = forms.CharField(
        label=both("依據", "By what"),
        help_text=both(
            "會公開，例如來文字號；重述時寫明原因。",
            "It is public: a letter's number, or why it is restated.",
        ),
        max_length=LONGEST_WHY,
    )

    def __init__(self, data: QueryDict | None, stated: Stated, initial: dict[str, object]) -> None:
        """Ask for a figure or for a yes or no, as the indicator's kind needs."""
        super().__init__(data, initial=initial)
        for name in ("given_value", "given_unit") if by_yes_or_no(stated.kind) else ("done",):
            del self.fields[name]

    def figure(self) -> Figure:
        """The figure; for a valid form."""
        said = self.cleaned_data
        return Figure(
            year=said["year"],
            quarter=None if said["quarter"] == _WHOLE else int(said["quarter"]),
            nature=Nature(said["nature"]),
            value=said.get("given_value", ""),
            unit=said.get("given_unit", ""),
            done=said["done"] == "yes" if "done" in said else None,
            words=said["words"],
            why=said["why"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_observe(request: HttpRequest, plan_slug: str, indicator_key: str) -> HttpResponse:
    """A new figure."""
    by = acting(request)
    stated = find_indicator(plan_slug, indicator_key, by.today)
    record_observation.check(by, stated.indicator.plan)
    first: dict[str, object] = {
        "year": stated.definition.start,
        "quarter": _WHOLE,
        "nature": Nature.ACTUAL.value,
        "given_unit": stated.definition.unit,
    }
    form = FigureForm(sent(request), stated, first)
    if form.is_bound and attempt(
        form, lambda: record_observation.record_observation(by, plan_slug, indicator_key, form.figure())
    ):
        return done(
            request, Sentence("數值已登錄。", "The figure is entered."), "indicator", plan_slug, indicator_key
        )
    context = {"form": form, "version": version_of(plan_slug), "stated": stated, "old": None}
    return draw(request, "indicators/observe.jinja", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def observation_restate(
    request: HttpRequest, plan_slug: str, indicator_key: str, observation_pk: int
) -> HttpResponse:
    """A figure in the place of an older one, which stays on record."""
    by = acting(request)
    stated = find_indicator(plan_slug, indicator_key, by.today)
    restate_observation.check(by, stated.indicator.plan)
    old = restate_observation.restated(stated.indicator, observation_pk)
    form = FigureForm(sent(request), stated, _initial(old))
    for name in ("year", "quarter", "nature"):
        form.fields[name].widget = forms.HiddenInput()
    if form.is_bound and attempt(
        form,
        lambda: restate_observation.restate_observation(
            by, plan_slug, indicator_key, observation_pk, form.figure()
        ),
    ):
        told = Sentence(
            "數值已重述；原值保留在歷次回報。", "The figure is restated; the old one stays on record."
        )
        return done(request, told, "indicator", plan_slug, indicator_key)
    context = {
        "form": form,
        "version": version_of(plan_slug),
        "stated": stated,
        "old": [
            (Sentence("期別", "Period"), year_words(old.year, old.quarter)),
            (Sentence("性質", "Nature"), nature_of(old)),
            (Sentence("原值", "The old figure"), value_of(old, stated.definition.unit)),
        ],
    }
    return draw(request, "indicators/observe.jinja", context, form)


def _initial(old: Observation) -> dict[str, object]:
    return {
        "year": old.year,
        "quarter": _WHOLE if old.quarter is None else str(old.quarter),
        "nature": old.nature,
        "given_value": old.given_value,
        "given_unit": old.given_unit or "",
        "done": "yes" if old.done else "no",
        "words": old.words,
    }
