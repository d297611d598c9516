"""Filing an amendment to a published entry, and ruling on it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.cycle.amendments import find_amendment, find_entry
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import AmendmentRuling, Entry
from coretech.apps.reports.operations import file_amendment, rule_amendment
from coretech.apps.reports.sheets.content import LABELS
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.sheets.words import period_address
from coretech.web.shell.words import both

_FILED = Sentence(
    "已送管考機關審核；接受後即與原填報並列。",
    "Sent to the controller; once accepted it stands beside the entry.",
)
_RULED = Sentence("已登錄決定，並通知機關。", "The ruling is recorded; the agency is told.")
_CHOICES = (
    ("yes", both("接受，自今日起與原填報並列", "Accept: it stands beside the entry from today")),
    ("no", both("不接受", "Do not accept")),
)


class AmendForm(forms.Form):
    """The late fact, and why it comes late."""

    text = forms.CharField(
        label=both("修正說明", "The amendment"),
        help_text=both(
            "原填報不會改變；這段文字會註明日期，與原填報並列。",
            "The entry stays; this stands beside it with its date.",
        ),
        max_length=file_amendment.LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why = forms.CharField(
        label=both("為何現在才知道", "Why it comes late"), max_length=file_amendment.LONGEST
    )


class RulingForm(forms.Form):
    """Accepted or not, and why."""

    accepted = forms.ChoiceField(label=both("決定", "The ruling"), choices=_CHOICES, widget=forms.RadioSelect)
    why = forms.CharField(
        label=both("理由（不接受時必填）", "Why (needed where it is not accepted)"),
        max_length=rule_amendment.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def entry_amend(request: HttpRequest, entry_id: int) -> HttpResponse:
    """File a late fact about what one's agency reported."""
    by = acting(request)
    entry = find_entry(entry_id)
    file_amendment.check(by, entry)
    form = AmendForm(sent(request))
    if form.is_bound:
        act = attempt(form, lambda: file_amendment.file_amendment(by, entry.pk, **form.cleaned_data))
        if act is not None:
            return done(request, _FILED, "amendment", row_of(act))
    return draw(request, "sheets/amend.jinja", {"form": form, **_about(entry)}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def amendment(request: HttpRequest, amendment_id: int) -> HttpResponse:
    """An amendment: public once accepted; before that for its agency and the controller, who rules on it."""
    by = acting(request)
    found = find_amendment(by, amendment_id)
    form = RulingForm(sent(request))
    if form.is_bound and attempt(
        form,
        lambda: rule_amendment.rule_amendment(
            by, found.pk, accepted=form.cleaned_data["accepted"] == "yes", why=form.cleaned_data["why"]
        ),
    ):
        return done(request, _RULED, "amendment", found.pk)
    context = {
        "amendment": found,
        "ruling": AmendmentRuling.objects.filter(amendment=found).first(),
        "form": form if refusal_of(rule_amendment.check, by, found) is None else None,
        **_about(found.entry),
    }
    return draw(request, "sheets/amendment.jinja", context, form)


def _about(entry: Entry) -> dict[str, object]:
    period = entry.sheet.period
    texts = [
        (LABELS[name], getattr(entry, name)) for name in ("progress", "highlights", "next_work", "risks")
    ]
    return {
        "entry": entry,
        "title": title_of(period),
        "plan": period.version,
        "agency": entry.sheet.agency.name_on(period.opened_on),
        "texts": [(label, text) for label, text in texts if text],
        "report": period_address(period),
        "measure": reverse("plan_element", args=[period.plan.slug, entry.element_key]),
    }
