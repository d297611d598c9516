"""The head's page: one button, with all that is signed in sight; or hand it back to the officer."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.operations import return_sheet, sign_sheet
from coretech.apps.reports.sheets.access import digest_of, find_sheet, is_own, submitted_version
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.sheets.shown import ACTUAL_COLUMNS, WORK_COLUMNS
from coretech.web.sheets.submitted import read_of
from coretech.web.sheets.words import title_of_sheet, trail
from coretech.web.shell.words import both

_SIGNED = Sentence("已核章，並通知管考機關。", "Signed; the controller is told.")
_BACK = Sentence("已退回承辦人。", "Handed back to the officer.")


class BackForm(forms.Form):
    """Why it goes back."""

    note = forms.CharField(
        label=both("退回的理由", "Why it goes back"),
        max_length=return_sheet.LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_signature(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Sign the version shown, or hand it back."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    if not is_own(by, found):
        raise not_found(
            "沒有這份填報表，或您無權閱覽。", "There is no such sheet, or it is not yours to see."
        )
    form = BackForm(sent(request, "back"))
    seen = seen_in(request)
    if request.POST.get("step") == "sign":
        once(lambda: sign_sheet.sign_sheet(by, found.pk, seen))
        return done(request, _SIGNED, "sheet", found.pk)
    if form.is_bound and attempt(
        form, lambda: return_sheet.return_sheet(by, found.pk, {}, form.cleaned_data["note"], seen)
    ):
        return done(request, _BACK, "sheet", found.pk)
    version = submitted_version(found)
    context = {
        "sheet": found,
        "title": title_of_sheet(found),
        "agency": found.agency.name_on(by.today),
        "trail": trail(found),
        "version": version,
        "digest": digest_of(version.content),
        "measures": read_of(by, found, version),
        "work_columns": WORK_COLUMNS,
        "actual_columns": ACTUAL_COLUMNS,
        "form": form,
        "refusal": refusal_of(sign_sheet.check, by, found),
        "back": refusal_of(return_sheet.check, by, found),
    }
    return draw(request, "sheets/signature.jinja", context, form)
