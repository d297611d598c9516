"""Preparing an evaluation: which, by when, and by which criteria."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.evaluations.state_report import KINDS
from coretech.apps.reports.operations import prepare_evaluation
from coretech.apps.reports.operations.prepare_evaluation import CriterionGiven, EvaluationGiven
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_DONE = Sentence("已建立評估；接著聘請評估委員。", "The evaluation is prepared. Next, name the evaluators.")
_ROWS = 6
_USUAL = (
    ("目標達成情形", "Achievement of targets", "40"),
    ("執行與資源運用", "Carrying out and use of resources", "30"),
    ("效益與影響", "Benefits and impact", "30"),
)


class EvaluationForm(forms.Form):
    """Kind, year, due day, and up to six criteria; usual ones stand ready to be changed."""

    kind = forms.ChoiceField(
        label=both("哪一種評估？", "Which evaluation?"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in KINDS.items()],
        widget=forms.RadioSelect,
    )
    year = forms.IntegerField(
        label=both("評估到民國哪一年底？", "Looking back from the end of which ROC year?"),
        min_value=1,
        max_value=999,
    )
    due_on = DayField(label=both("評分期限", "Scores are due on"))

    def __init__(self, data: Mapping[str, object] | None, *, version: PlanVersion) -> None:
        """Offer the plan's last year and the usual criteria."""
        usual = {
            f"{name}-{place}": value
            for place, row in enumerate(_USUAL, start=1)
            for name, value in zip(("zh", "en", "weight"), row, strict=True)
        }
        most = {f"most-{place}": 5 for place in range(1, _ROWS + 1)}
        super().__init__(data, initial={"year": version.end, **usual, **most})
        for place in range(1, _ROWS + 1):
            self.fields |= _row(place)

    def criteria_fields(self) -> Iterator[list[forms.BoundField]]:
        """The criteria's fields, four in a row."""
        for place in range(1, _ROWS + 1):
            yield [self[f"{name}-{place}"] for name in ("zh", "en", "weight", "most")]

    def given(self) -> EvaluationGiven:
        """What was asked for; rows left blank fall away; for a valid form."""
        told = self.cleaned_data
        criteria = [
            CriterionGiven(
                told[f"zh-{place}"],
                told[f"en-{place}"],
                told[f"weight-{place}"] or Decimal(0),
                told[f"most-{place}"] or 5,
            )
            for place in range(1, _ROWS + 1)
            if told[f"zh-{place}"] or told[f"en-{place}"] or told[f"weight-{place}"]
        ]
        return EvaluationGiven(told["kind"], told["year"], told["due_on"], criteria)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluation_new(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """For the plan's controller."""
    by = acting(request)
    version = version_of(plan_slug)
    prepare_evaluation.check(by, version.plan)
    form = EvaluationForm(sent(request), version=version)
    if form.is_bound:
        act = attempt(form, lambda: prepare_evaluation.prepare_evaluation(by, plan_slug, form.given()))
        if act is not None:
            return done(request, _DONE, "evaluation", row_of(act))
    return draw(request, "evaluations/new.jinja", {"form": form, "version": version}, form)


def _row(place: int) -> dict[str, forms.Field]:
    zh, en = f"構面{place}", f"Criterion {place}"
    return {
        f"zh-{place}": forms.CharField(
            label=both(f"{zh}中文名稱", f"{en}, Chinese"), max_length=80, required=False
        ),
        f"en-{place}": forms.CharField(
            label=both(f"{zh}英文名稱", f"{en}, English"), max_length=120, required=False
        ),
        f"weight-{place}": forms.DecimalField(
            label=both("權重（%）", "Weight (%)"), max_digits=5, decimal_places=2, required=False
        ),
        f"most-{place}": forms.IntegerField(
            label=both("滿分", "Highest score"), min_value=1, max_value=100, required=False
        ),
    }
