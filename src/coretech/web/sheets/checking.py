"""The controller's page: what to look at first, what is new since last time, accept or return with reasons."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.operations import check_sheet, return_sheet
from coretech.apps.reports.sheets.access import find_sheet, is_controlled, may_read_content, submitted_version
from coretech.apps.reports.sheets.eyes import needs_two
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.sheets.shown import ACTUAL_COLUMNS, WORK_COLUMNS
from coretech.web.sheets.submitted import Read, read_of
from coretech.web.sheets.words import title_of_sheet, trail
from coretech.web.shell.words import both

_ACCEPTED = Sentence("檢核完成。", "The check is recorded.")
_BACK = Sentence("已退回機關補正。", "Returned to the agency for correction.")


class CheckForm(forms.Form):
    """A reason for each measure that goes back, and a note."""

    def __init__(self, data: Mapping[str, object] | None, *, measures: list[Read]) -> None:
        """Ask about each measure."""
        super().__init__(data)
        for each in measures:
            self.fields[f"reason-{each.shown.key}"] = forms.CharField(
                label=both(
                    "這項措施應補正之處（退回時填寫）", "What to correct in this measure, if it goes back"
                ),
                max_length=return_sheet.LONGEST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.fields["note"] = forms.CharField(
            label=both("附註（可留白）", "Note (optional)"),
            max_length=return_sheet.LONGEST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def reasons(self) -> dict[str, str]:
        """By measure; for a valid form."""
        named = (
            (name.removeprefix("reason-"), text) for name, text in self.cleaned_data.items() if name != "note"
        )
        return {key: text for key, text in named if text}


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_check(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Accept the version shown, or return it."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    if not (is_controlled(by, found) and may_read_content(by, found)):
        raise not_found(
            "這份填報表尚未送到管考機關。",
            "This sheet has not come to the controller yet, or is not yours to check.",
        )
    version = submitted_version(found)
    measures = read_of(by, found, version)
    form = CheckForm(sent(request, "accept") or sent(request, "return"), measures=measures)
    seen = seen_in(request)
    if request.POST.get("step") == "accept" and attempt(
        form, lambda: check_sheet.check_sheet(by, found.pk, form.cleaned_data["note"], seen)
    ):
        return done(request, _ACCEPTED, "sheet", found.pk)
    if request.POST.get("step") == "return" and attempt(
        form, lambda: return_sheet.return_sheet(by, found.pk, form.reasons(), form.cleaned_data["note"], seen)
    ):
        return done(request, _BACK, "sheet", found.pk)
    context = {
        "sheet": found,
        "title": title_of_sheet(found),
        "agency": found.agency.name_on(by.today),
        "trail": trail(found),
        "version": version,
        "measures": [(each, form[f"reason-{each.shown.key}"]) for each in measures],
        "attention": sum(
            each.differs is not None or each.light.colour in {"red", "yellow"} for each in measures
        ),
        "work_columns": WORK_COLUMNS,
        "actual_columns": ACTUAL_COLUMNS,
        "form": form,
        "two": needs_two(found),
        "refusal": refusal_of(check_sheet.check, by, found),
        "back": refusal_of(return_sheet.check, by, found),
    }
    return draw(request, "sheets/check.jinja", context, form)
