"""Reading and signing the non-disclosure agreement."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.operations import sign_agreement
from coretech.apps.bodies.queries import own_signature
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both

_SIGNED = Sentence("您已簽署保密協議。", "You have signed the non-disclosure agreement.")


class SignForm(forms.Form):
    """One's own name, typed."""

    signed_name = forms.CharField(
        label=both("您的姓名", "Your name"),
        help_text=both("請輸入本人姓名以示簽署。", "Type your own name to sign."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest) -> HttpResponse:
    """The text in both languages; signed by typing one's own name."""
    by = acting(request)
    allow(by, Action.SIGN_AGREEMENT)
    form = SignForm(sent(request))
    if attempt(form, lambda: sign_agreement.sign_agreement(by, form.cleaned_data["signed_name"])) is not None:
        return done(request, _SIGNED, "agreement")
    text = sign_agreement.current_text()
    context = {
        "form": form,
        "texts": [(text.zh, "zh-Hant-TW", "中文"), (text.en, "en", "English")],
        "signature": own_signature(by.person_id),
        "refusal": refusal_of(sign_agreement.check, by),
    }
    return draw(request, "agreement/agreement.jinja", context, form)
