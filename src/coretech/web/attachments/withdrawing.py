"""Withdrawing one version of an attachment."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of, require
from coretech.apps.cases.operations import withdraw_attachment as operation
from coretech.apps.meetings.attachments import attachment_ruling, find_attachment
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.attachments.forms import why_field
from coretech.web.sending import attempt, done, draw, sent

_WITHDRAWN = Sentence("附件已撤下。", "The attachment has been withdrawn.")


class WithdrawalForm(forms.Form):
    """Why it is withdrawn."""

    why = why_field("撤下理由", "Why it is withdrawn")


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_withdraw(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """Ask why, and withdraw it; only for whoever may open it."""
    by = acting(request)
    attachment = find_attachment(by, attachment_id)
    require(attachment_ruling(by, attachment), status=403)
    form = WithdrawalForm(sent(request))
    case = attachment.case
    if attempt(
        form,
        lambda: operation.withdraw_attachment(by, case.reference, attachment.pk, form.cleaned_data["why"]),
    ):
        return done(request, _WITHDRAWN, "attachments", case.reference)
    refusal = refusal_of(operation.check, by, attachment)
    context = {"form": form, "case": case, "attachment": attachment, "refusal": refusal}
    return draw(request, "attachments/withdraw.jinja", context, form)
