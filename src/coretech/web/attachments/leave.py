"""Who has leave to read what is secret in a case: giving it and revoking it."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.grants import grants_of, possible_readers
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import grant_access, revoke_access
from coretech.apps.cases.queries import find_case
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.attachments.forms import why_field
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, say

_GIVEN = Sentence("已核准閱覽。", "Leave has been given.")
_REVOKED = Sentence("已撤銷核准。", "The leave has been revoked.")


class GrantForm(forms.Form):
    """To whom, why, and until when."""

    person = forms.TypedChoiceField(label=both("閱覽人", "Reader"), coerce=int)
    why = why_field("核准理由", "Why this person needs it")
    until = DayField(
        label=both("最後一日（選填）", "Last day (optional)"),
        help_text=both("留空表示至撤銷為止。", "Left empty, it lasts until it is revoked."),
        required=False,
    )


class RevocationForm(forms.Form):
    """Why."""

    why = why_field("撤銷理由", "Why it is revoked")


@require_http_methods(["GET", "HEAD", "POST"])
def case_leave(request: HttpRequest, reference: str) -> HttpResponse:
    """All leave given in the case, and a form to give more; for the Office and the case's agencies."""
    by = acting(request)
    case = find_case(by, reference)
    grant_access.check(by, case)
    form = GrantForm(sent(request))
    people = [(person.pk, say(person.name)) for person in possible_readers(by)]
    form.fields["person"] = forms.TypedChoiceField(
        label=both("閱覽人", "Reader"), coerce=int, choices=[("", ""), *people]
    )
    if attempt(form, lambda: _give(by, case, form)):
        return done(request, _GIVEN, "case_leave", reference)
    context = {"form": form, "case": case, "grants": grants_of(case, by.today)}
    return draw(request, "attachments/leave.jinja", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def leave_revoke(request: HttpRequest, reference: str, grant_id: int) -> HttpResponse:
    """Ask why, and revoke it."""
    by = acting(request)
    case = find_case(by, reference)
    revoke_access.check(by, case)
    grant = case.grants.select_related("person").filter(pk=grant_id).first()
    if grant is None:
        raise not_found("沒有這項核准。", "There is no such leave.")
    form = RevocationForm(sent(request))
    if attempt(form, lambda: revoke_access.revoke_access(by, reference, grant_id, form.cleaned_data["why"])):
        return done(request, _REVOKED, "case_leave", reference)
    return draw(request, "attachments/revoke.jinja", {"form": form, "case": case, "grant": grant}, form)


def _give(by: Acting, case: Case, form: GrantForm) -> Act:
    given = form.cleaned_data
    return grant_access.grant_access(by, case.reference, given["person"], given["why"], given["until"])
