"""Taking one's signature back, after reading what follows from it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.operations import withdraw_agreement
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_WITHDRAWN = Sentence("您已撤回簽署。", "You have withdrawn your signature.")


class WithdrawForm(forms.Form):
    """That one has read what follows, and why."""

    read = forms.BooleanField(label=both("我已了解撤回的效果", "I have read what follows from withdrawing"))
    why = forms.CharField(
        label=both("理由（選填，保密）", "Why (optional, confidential)"),
        required=False,
        max_length=withdraw_agreement.LONGEST_WHY,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_withdraw(request: HttpRequest) -> HttpResponse:
    """What follows is said before the button."""
    by = acting(request)
    allow(by, Action.SIGN_AGREEMENT)
    form = WithdrawForm(sent(request))
    act = attempt(form, lambda: withdraw_agreement.withdraw_agreement(by, form.cleaned_data["why"]))
    if act is not None:
        return done(request, _WITHDRAWN, "agreement")
    context = {"form": form, "refusal": refusal_of(withdraw_agreement.check, by)}
    return draw(request, "agreement/withdraw.jinja", context, form)
