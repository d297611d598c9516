"""The form by which an agency settles how its panel meets and decides."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.bodies.operations import set_panel_rules
from coretech.apps.bodies.panel_rules import find_panel, rules_on
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.panels.words import MAJORITIES, QUORUMS, rows_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both

_SETTLED = Sentence("規定已訂定，將自施行日起適用。", "The rules are settled and hold from their first day.")
_MONTHS = {"invalid": both("請填寫月數，例如 24。", "Write a number of months, such as 24.")}


class RulesForm(forms.Form):
    """What the agency settles."""

    valid_from = DayField(label=both("施行日（明日以後）", "In force from (tomorrow or later)"))
    quorum = forms.ChoiceField(
        label=both("多少委員出席，始得開會議決？", "How many members must attend?"),
        widget=forms.RadioSelect,
        choices=QUORUMS,
    )
    majority = forms.ChoiceField(
        label=both("多少人同意，案件即為通過？", "How many must be for it?"),
        help_text=both(
            "以出席而未迴避的委員計；同數不通過。",
            "Of those who attend and are not recused; a tie fails.",
        ),
        widget=forms.RadioSelect,
        choices=MAJORITIES,
    )
    term_months = forms.IntegerField(
        label=both("委員任期（月）", "Term of its members, in months"),
        error_messages=_MONTHS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    changes_allowed = forms.BooleanField(
        label=both("記名表決結束前，委員得改票", "Until a named vote closes, members may change theirs"),
        required=False,
    )
    procedure = forms.CharField(
        label=both("其他議事規定（可不填）", "The rest of the procedure, if any"),
        help_text=both(
            "例如委員資格、代理、通知期限。僅供閱覽，系統不據以計算。",
            "Such as who may be a member, stand-ins, notice. It is there to be read; nothing is computed from it.",
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
        max_length=set_panel_rules.LONGEST,
    )

    def settled(self) -> set_panel_rules.Settled:
        """The rules; for a valid form."""
        return set_panel_rules.Settled(**self.cleaned_data)


@require_http_methods(["GET", "HEAD", "POST"])
def panel_rules_new(request: HttpRequest, panel_id: int) -> HttpResponse:
    """Settle the rules from a day on, beside those of today."""
    by = acting(request)
    found = find_panel(by, panel_id)
    current = rules_on(found, by.today)
    initial = {
        "quorum": "half" if current is None else current.quorum,
        "majority": "more_than_half" if current is None else current.majority,
        "term_months": 24 if current is None else current.term_months,
        "changes_allowed": current is not None and current.changes_allowed,
        "procedure": "" if current is None else current.procedure,
    }
    form = RulesForm(sent(request), initial=initial)
    run = set_panel_rules.set_panel_rules
    if form.is_bound and attempt(form, lambda: run(by, found.pk, form.settled())):
        return done(request, _SETTLED, "panel", found.pk)
    context = {
        "panel": found,
        "form": form,
        "rules": current,
        "rows": rows_of(current),
        "refusal": refusal_of(set_panel_rules.check, by, found),
    }
    return draw(request, "panels/settle.jinja", context, form)
