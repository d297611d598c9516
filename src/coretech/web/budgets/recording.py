"""Recording a budget figure, or restating one."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.people.queries import agencies_on
from coretech.apps.plans.models import Element, PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.operations import record_budget, restate_budget
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.budgets import (
    LONGEST_DOCUMENT,
    LONGEST_WHY,
    Given,
    Place,
    Source,
    Stage,
    find_figure,
    place_of,
)
from coretech.kit.sentence import Sentence
from coretech.readers.budgets.rows import parse_amount
from coretech.web.acting import acting
from coretech.web.budgets.words import SOURCES, STAGES, trail, year_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say, tr

_RECORDED = Sentence("經費已登錄。", "The figure is recorded.")
_RESTATED = Sentence("經費已重述；原數字仍可查閱。", "The figure is restated; the old one stays on record.")
_NO_AMOUNT = both(
    "請填0以上的數字，最多三位小數。", "Write a number, 0 or more, with three decimals at most."
)


class AmountField(forms.CharField):
    """Thousands of NT dollars as people write them."""

    def clean(self, value: object) -> Decimal:
        """The amount."""
        text = str(super().clean(value))
        try:
            return parse_amount(text)
        except ValueError:
            raise ValidationError(_NO_AMOUNT, code="invalid") from None


class FigureForm(forms.Form):
    """One figure and its document."""

    stage = forms.ChoiceField(
        label=both("階段", "Stage"),
        widget=forms.RadioSelect,
        choices=[(stage.value, both(words.zh, words.en)) for stage, words in STAGES.items()],
    )
    source = forms.ChoiceField(
        label=both("財源", "Source"),
        choices=[(source.value, both(words.zh, words.en)) for source, words in SOURCES.items()],
    )
    amount = AmountField(label=both("金額（新臺幣千元）", "Amount (NT$ thousand)"))
    document = forms.CharField(
        label=both("依據文件", "The document it comes from"),
        help_text=both(
            "例如：111年度中央政府總預算", "Such as: general budget of the central government, 2022"
        ),
        max_length=LONGEST_DOCUMENT,
    )

    def __init__(self, data: QueryDict | None, by: Acting, version: PlanVersion) -> None:
        """Offer the plan's entries and years, and the agencies the reader records for."""
        super().__init__(data)
        self.fields["element"] = _choice(both("項目", "Entry"), _elements(version))
        self.fields["agency"] = _choice(both("機關", "Agency"), _agencies(by, version))
        self.fields["year"] = _choice(both("年度", "Year"), _years(version))
        self.order_fields(["element", "agency", "year"])

    def figure(self) -> Given:
        """The figure, of a valid form."""
        given = self.cleaned_data
        place = Place(given["element"], given["agency"], int(given["year"]), given["stage"], given["source"])
        return Given(place, given["amount"], given["document"])


class RestateForm(forms.Form):
    """The new amount, its document, and why."""

    amount = AmountField(label=both("新的金額（新臺幣千元）", "The new amount (NT$ thousand)"))
    document = forms.CharField(
        label=both("依據文件", "The document it comes from"), max_length=LONGEST_DOCUMENT
    )
    why = forms.CharField(
        label=both("為什麼重述", "Why it is restated"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def budget_record(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Record one figure; many come as a file."""
    by = acting(request)
    version = version_of(plan_slug)
    record_budget.check(by, version.plan)
    form = FigureForm(sent(request), by, version)
    if attempt(form, lambda: record_budget.record_budget(by, plan_slug, form.figure())) is not None:
        return done(request, _RECORDED, "plan_budgets", plan_slug)
    return draw(
        request, "budgets/record.jinja", {"form": form, "version": version, "trail": trail(version)}, form
    )


@require_http_methods(["GET", "HEAD", "POST"])
def budget_restate(request: HttpRequest, plan_slug: str, figure_id: int) -> HttpResponse:
    """Put a new amount in the place of one on record."""
    by = acting(request)
    version = version_of(plan_slug)
    figure = find_figure(by, version.plan, figure_id)
    restate_budget.check(by, figure)
    form = RestateForm(sent(request))

    def run() -> Act:
        given = form.cleaned_data
        return restate_budget.restate_budget(
            by, plan_slug, figure_id, given["amount"], given["document"], given["why"]
        )

    if attempt(form, run) is not None:
        return done(request, _RESTATED, "plan_budget_figures", plan_slug, figure.element_key, figure.year)
    place = place_of(figure)
    context = {
        "form": form,
        "version": version,
        "trail": trail(version),
        "element": Element.objects.filter(version=version, key=place.element).first(),
        "figure": figure,
        "stage": STAGES[Stage(place.stage)],
        "source": SOURCES[Source(place.source)],
        "year_words": year_of(place.year),
        "amount": f"{figure.amount.normalize():,f}",
    }
    return draw(request, "budgets/restate.jinja", context, form)


def _choice(label: object, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=str(label), choices=choices, required=bool(choices[0][0]))


def _elements(version: PlanVersion) -> list[tuple[str, str]]:
    """Every entry in printed order, set in by its depth."""
    tree = tree_of(version)
    found = []
    for top in tree.tops:
        for each in tree.under(top):
            depth = len(tree.above(each))
            found.append((each.key, f"{'　' * depth}{each.code} {each.title}".rstrip()))
    return found


def _agencies(by: Acting, version: PlanVersion) -> list[tuple[str, str]]:
    """Those served; all of them, and no one agency, for the controller."""
    everybody = controls(by, version.plan)
    none = [("", tr("不分機關", "Of no one agency"))] if everybody else []
    served = [each for each in agencies_on(by.today) if everybody or each.code in by.standing.agencies]
    return [*none, *((each.code, say(each.name_on(by.today))) for each in served)]


def _years(version: PlanVersion) -> list[tuple[str, str]]:
    first, last = version.start or 0, version.end or 0
    return [(str(year), year_of(year)) for year in range(first, last + 1)]
