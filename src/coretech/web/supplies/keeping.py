"""Keeping what stands around a commodity's figures: standards, reporters, who is told, and closing alerts."""

from collections.abc import Callable, Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Person
from coretech.apps.supplies.access import allow_keeping
from coretech.apps.supplies.keeping_watch import keep_watch
from coretech.apps.supplies.models import Alert, Commodity
from coretech.apps.supplies.operations.close_alert import check as check_closing
from coretech.apps.supplies.operations.close_alert import close_alert
from coretech.apps.supplies.operations.keep_reporter import KeptReporter, keep_reporter
from coretech.apps.supplies.operations.name_watcher import name_watcher
from coretech.apps.supplies.operations.set_standard import NewStandard, set_standard
from coretech.apps.supplies.queries import commodity_of
from coretech.apps.supplies.words import ALERTS, BASES
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say, tr

_KEPT = Sentence("已登錄。", "It is recorded.")
_CLOSED = Sentence("示警已解除。", "The alert is closed.")
_FROM, _UNTIL = (
    both("自哪一天起", "From which day"),
    both("到哪一天（可不填）", "Until which day (may be empty)"),
)


class StandardForm(forms.Form):
    """Days of cover from a day on."""

    days = forms.DecimalField(label=both("天數", "Days of cover"), max_digits=6, decimal_places=2)
    basis = forms.ChoiceField(
        label=both("性質", "Basis"),
        choices=lambda: [(each.value, say(words)) for each, words in BASES.items()],
    )
    start = DayField(label=_FROM)
    until = DayField(label=_UNTIL, required=False)
    source = forms.CharField(
        label=both("出處", "Source"),
        help_text=both("法規條號或文件名稱", "The article or the document"),
        max_length=200,
    )


class ReporterForm(forms.Form):
    """Who sends returns."""

    code = forms.SlugField(label=both("代碼", "Code"), max_length=40)
    zh = forms.CharField(label=both("中文名稱", "Name in Chinese"), max_length=80)
    en = forms.CharField(label=both("英文名稱", "Name in English"), max_length=80)
    start = DayField(label=_FROM)
    until = DayField(label=_UNTIL, required=False)


class WatcherForm(forms.Form):
    """Who is told, or no longer."""

    person = forms.TypedChoiceField(label=both("通知誰", "Who is told"), coerce=int)
    watching = forms.ChoiceField(
        label=both("要做什麼", "What to do"),
        choices=lambda: [
            ("yes", tr("開始通知", "Tell from now on")),
            ("no", tr("不再通知", "Tell no longer")),
        ],
    )

    def offer(self) -> None:
        """Everybody posted in the regime with an account."""
        people = (
            Person.objects.filter(account__is_active=True, postings__isnull=False).distinct().order_by("pk")
        )
        self.fields["person"].choices = [(each.pk, say(each.name)) for each in people]  # type: ignore[attr-defined]  # a choice field has choices


class ClosingForm(forms.Form):
    """Why an alert is closed."""

    why = forms.CharField(
        label=both("解除的理由", "Why it is closed"),
        help_text=both("會與示警一同列出。", "It is shown with the alert."),
        widget=forms.Textarea,
        max_length=1000,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def supply_keep(request: HttpRequest, supply_slug: str) -> HttpResponse:
    """The standard, the reporters and who is told of alerts. For the authority's officers."""
    by = acting(request)
    commodity = commodity_of(by, supply_slug)
    allow_keeping(by, commodity)
    forms_here = _forms(request)
    for step, form in forms_here.items():
        if form.is_bound and attempt(form, _step(step, by, commodity, form)) is not None:
            keep_watch(by, "after a change")
            return done(request, _KEPT, "supply", commodity.slug)
    context = {
        "commodity": commodity,
        "forms": forms_here,
        "watchers": commodity.watchers.select_related("person"),
    }
    return draw(request, "supplies/keep.jinja", context, *forms_here.values())


def _forms(request: HttpRequest) -> Mapping[str, forms.Form]:
    watcher = WatcherForm(sent(request, "watcher"), auto_id="watcher_%s")
    watcher.offer()
    return {
        "standard": StandardForm(sent(request, "standard"), auto_id="standard_%s"),
        "reporter": ReporterForm(sent(request, "reporter"), auto_id="reporter_%s"),
        "watcher": watcher,
    }


def _step(step: str, by: Acting, commodity: Commodity, form: forms.Form) -> Callable[[], Act]:
    """What the form sent asks for; its answers are read once it is valid."""
    slug = commodity.slug

    def run() -> Act:
        told = form.cleaned_data
        if step == "standard":
            return set_standard(by, slug, NewStandard(**told))
        if step == "reporter":
            return keep_reporter(by, slug, KeptReporter(**told))
        return name_watcher(by, slug, told["person"], watching=told["watching"] == "yes")

    return run


@require_http_methods(["GET", "HEAD", "POST"])
def supply_alert(request: HttpRequest, alert_number: int) -> HttpResponse:
    """Close an alert with a reason. For the authority's officers (HTTP 404 for none)."""
    by = acting(request)
    allow(by, Action.READ_SUPPLIES)
    alert = Alert.objects.select_related("commodity__authority").filter(pk=alert_number).first()
    if alert is None:
        raise not_found("沒有這則示警。", "There is no such alert.")
    check_closing(by, alert)
    form = ClosingForm(request.POST or None)
    if (
        form.is_bound
        and attempt(form, lambda: close_alert(by, alert.pk, form.cleaned_data["why"])) is not None
    ):
        return done(request, _CLOSED, "supply", alert.commodity.slug)
    kind = say(ALERTS[Alert.Kind(alert.kind)])
    return draw(request, "supplies/alert.jinja", {"alert": alert, "kind": kind, "form": form}, form)
