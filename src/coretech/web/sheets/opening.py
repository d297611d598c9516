"""Opening a period by hand; the daily job does the same in January, April, July and October."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import name_of, parsed, period_before
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.models import Steering
from coretech.apps.reports.operations import open_period
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_OPENED = Sentence(
    "已發出填報表，並通知各機關承辦人。", "The sheets are out, and the agencies' officers are told."
)


class OpenForm(forms.Form):
    """Which period, until when."""

    period = forms.CharField(
        label=both("期別", "Period"),
        help_text=both(
            "民國年與季，例如 111-q1；整年寫 111。", "ROC year and quarter, such as 111-q1; a year as 111."
        ),
        max_length=10,
    )
    due_on = DayField(
        label=both("填報期限（可留白，依管考設定）", "Due on (optional; by the plan's steering)"),
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None, *, period: str) -> None:
        """Offer the period that was over last."""
        super().__init__(data, initial={"period": period})


@require_http_methods(["GET", "HEAD", "POST"])
def plan_report_open(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Open a period; HTTP 403 for anybody but the plan's controller."""
    by = acting(request)
    version = version_of(plan_slug)
    open_period.check(by, version.plan)
    yearly = steered(version.plan).cycle == Steering.Cycle.YEARLY
    form = OpenForm(sent(request), period=name_of(*period_before(by.today, yearly=yearly)))

    def run() -> Act:
        year, quarter = parsed(form.cleaned_data["period"])
        return open_period.open_period(by, plan_slug, year, quarter, form.cleaned_data["due_on"])

    if form.is_bound and attempt(form, run):
        return done(
            request, _OPENED, "plan_report_board", plan_slug, name_of(*parsed(form.cleaned_data["period"]))
        )
    context = {"plan": version, "form": form}
    return draw(request, "sheets/open.jinja", context, form)
