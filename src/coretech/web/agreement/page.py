"""Reading and signing the non-disclosure agreement, and what one has signed."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.bodies.operations import publish_agreement_text, sign_agreement, withdraw_agreement
from coretech.apps.bodies.queries import own_signature
from coretech.apps.bodies.signatures import find_text, own_signatures
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.sending import attempt, draw, sent
from coretech.web.shell.words import both, say

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
    """The text in both languages; signed by typing one's own name, and then back to where one came from."""
    by = acting(request)
    allow(by, Action.SIGN_AGREEMENT)
    form, way_back = SignForm(sent(request)), _way_back(request)
    if attempt(form, lambda: sign_agreement.sign_agreement(by, form.cleaned_data["signed_name"])) is not None:
        messages.success(request, say(_SIGNED))
        return HttpResponseRedirect(way_back) if way_back else redirect("agreement")
    text = sign_agreement.current_text()
    context = {
        "form": form,
        "texts": texts_of(text.zh, text.en),
        "signature": own_signature(by.person_id),
        "signed": own_signatures(by.person_id),
        "holds": by.standing.agreement_signed,
        "way_back": way_back,
        "refusal": refusal_of(sign_agreement.check, by),
        "may_withdraw": refusal_of(withdraw_agreement.check, by) is None,
        "may_publish": refusal_of(publish_agreement_text.check, by) is None,
    }
    return draw(request, "agreement/agreement.jinja", context, form)


@require_safe
def agreement_text(request: HttpRequest, version: int) -> HttpResponse:
    """One version as it was signed, with its hash."""
    allow(acting(request), Action.SIGN_AGREEMENT)
    text = find_text(version)
    context = {"text": text, "texts": texts_of(text.zh, text.en)}
    return render(request, "agreement/text.jinja", context)


def texts_of(zh: str, en: str) -> list[tuple[str, str, str]]:
    """Both languages for a page: the words, the language tag, the heading."""
    return [(zh, "zh-Hant-TW", "中文"), (en, "en", "English")]


def _way_back(request: HttpRequest) -> str:
    """The page of this site that asked for the signature, or nothing."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}) else ""
