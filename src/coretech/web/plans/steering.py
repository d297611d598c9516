"""Who controls a plan, how often it hears, and by which rules its lights are set; each a decision on record."""

from collections.abc import Mapping
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.people.queries import agencies_on
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import controls, steering_of
from coretech.apps.reports.measured.light_rules import made_rules, newest_rules, rules_of
from coretech.apps.reports.models import Steering
from coretech.apps.reports.operations import set_light_rules, set_steering
from coretech.engines.progress.said import share
from coretech.engines.progress.thresholds import REASONS, Rules
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both, say, tr

_STEERED = Sentence("已指定管考機關。", "The controller is named.")
_LIT = Sentence(
    "燈號規則已訂定，自下次發布起適用。", "The rules are set; they hold from the next publication on."
)
_CYCLES = {
    Steering.Cycle.QUARTERLY: Sentence("每季", "Each quarter"),
    Steering.Cycle.YEARLY: Sentence("每年", "Each year"),
}
_NAMES = {
    "green": Sentence("綠燈：至少完成應有的", "Green: at least this much of what is due"),
    "amber": Sentence("黃燈：至少完成應有的", "Amber: at least this much of what is due"),
    "overdue": Sentence("紅燈：逾期工作項目達", "Red: from this share of work items overdue"),
    "missed_year": Sentence(
        "最近一年未達成時至多黃燈", "Amber at best where the last year missed its target"
    ),
}


class SteeringForm(forms.Form):
    """The controlling agency, the cycle, the days."""

    controller = forms.ChoiceField(required=True)
    cycle = forms.ChoiceField(
        label=both("多久填報一次？", "How often do agencies report?"),
        choices=[(each.value, both(words.zh, words.en)) for each, words in _CYCLES.items()],
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label=both("填報天數", "Days a sheet may take"), min_value=1, max_value=set_steering.MOST_DAYS
    )
    why = forms.CharField(
        label=both("依據或理由（可留白）", "Grounds (optional)"),
        max_length=set_steering.LONGEST_WHY,
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None, *, by: Acting, now: Steering | None) -> None:
        """Offer today's agencies."""
        initial = {"days": 15, "cycle": "quarterly"}
        if now is not None:
            initial = {"controller": now.controller.code, "cycle": now.cycle, "days": now.days}
        super().__init__(data, initial=initial)
        agencies = [(each.code, say(each.name_on(by.today))) for each in agencies_on(by.today)]
        self.fields["controller"] = forms.ChoiceField(
            label=both("管考機關", "The controlling agency"),
            choices=[("", both("請選擇", "Choose")), *agencies],
        )


class LightsForm(forms.Form):
    """The thresholds in per cent, and why."""

    green = forms.DecimalField(min_value=0, max_value=100, decimal_places=1)
    amber = forms.DecimalField(min_value=0, max_value=100, decimal_places=1)
    overdue = forms.DecimalField(min_value=0, max_value=100, decimal_places=1)
    missed_year = forms.BooleanField(required=False)
    why = forms.CharField(label=both("理由", "Why"), max_length=set_light_rules.LONGEST_WHY)

    def __init__(self, data: Mapping[str, object] | None, *, now: Rules) -> None:
        """Start from the rules that hold."""
        shares = {name: _plain(getattr(now, name) * 100) for name in ("green", "amber", "overdue")}
        super().__init__(data, initial={**shares, "missed_year": now.missed_year})
        for name, words in _NAMES.items():
            tail = "" if name == "missed_year" else "（%）"
            self.fields[name].label = both(f"{words.zh}{tail}", f"{words.en}{' (%)' if tail else ''}")
            self.fields[name].help_text = both(REASONS[name].zh, REASONS[name].en)

    def rules(self, by: Acting) -> Rules:
        """The rules; for a valid form."""
        given = self.cleaned_data
        shares = [given[name] / 100 for name in ("green", "amber", "overdue")]
        return made_rules(by.today, *shares, missed_year=given["missed_year"])


@require_http_methods(["GET", "HEAD", "POST"])
def plan_steering(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Public to read; the Office names the controller, and the controller sets the rules."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    plan, now = version.plan, steering_of(version.plan)
    steering = SteeringForm(sent(request, "steering"), by=by, now=now)
    lights = LightsForm(sent(request, "lights"), now=rules_of(plan, by.today))
    if steering.is_bound and attempt(
        steering, lambda: set_steering.set_steering(by, plan.slug, **steering.cleaned_data)
    ):
        return done(request, _STEERED, "plan_steering", plan.slug)
    if lights.is_bound and attempt(
        lights,
        lambda: set_light_rules.set_light_rules(by, plan.slug, lights.rules(by), lights.cleaned_data["why"]),
    ):
        return done(request, _LIT, "plan_steering", plan.slug)
    context = {
        "plan": version,
        "rows": _rows(by, now),
        "lights_rows": _lights(plan, rules_of(plan, by.today)),
        "steering": steering if refusal_of(set_steering.check, by) is None else None,
        "lights": lights if refusal_of(set_light_rules.check, by, plan) is None else None,
        "controls": controls(by, plan),
    }
    return draw(request, "plans/steering.jinja", context, steering, lights)


def _rows(by: Acting, now: Steering | None) -> list[tuple[Sentence, object]]:
    if now is None:
        return [(Sentence("管考機關", "Controlled by"), tr("尚未指定", "nobody yet"))]
    return [
        (Sentence("管考機關", "Controlled by"), say(now.controller.name_on(by.today))),
        (Sentence("填報週期", "Reported"), say(_CYCLES[Steering.Cycle(now.cycle)])),
        (Sentence("填報天數", "Days a sheet may take"), now.days),
    ]


def _lights(plan: Plan, rules: Rules) -> list[tuple[Sentence, object]]:
    newest = newest_rules(plan)
    why = (
        tr("預設值；管考機關尚未另訂。", "Defaults; the controller has set none.")
        if newest is None
        else newest.why
    )
    return [
        *((_NAMES[name], share(getattr(rules, name))) for name in ("green", "amber", "overdue")),
        (_NAMES["missed_year"], tr("是", "yes") if rules.missed_year else tr("否", "no")),
        (Sentence("理由", "Why"), why),
    ]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
