"""The question page of one measure: last time's words stand ready, and each must be confirmed or changed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.plans.models import WorkItem
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.models import Sheet, SheetStep
from coretech.apps.reports.operations import save_draft
from coretech.apps.reports.sheets.access import find_sheet
from coretech.apps.reports.sheets.carrying import last_before
from coretech.apps.reports.sheets.content import PartContent
from coretech.apps.reports.sheets.drafts import drafts_of
from coretech.apps.reports.sheets.parts import AskedIndicator, parts_of
from coretech.apps.reports.sheets.words import target_in_words
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.plans.words import chinese, months_of
from coretech.web.rounds.stepping import seen_in
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.sheets.part_form import PartForm
from coretech.web.sheets.shown import actual_in_words
from coretech.web.sheets.words import measure_name, trail, work_name
from coretech.web.shell.words import say

_SAVED = Sentence("已儲存。", "Saved.")


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_part(request: HttpRequest, sheet_id: int, element_key: str) -> HttpResponse:
    """Fill in one measure; saved as often as one likes until the sheet is submitted."""
    by = acting(request)
    sheet = find_sheet(by, sheet_id)
    save_draft.check(by, sheet)
    parts = parts_of(sheet)
    place = next((number for number, each in enumerate(parts) if each.key == element_key), None)
    if place is None:
        raise not_found("這份填報表沒有這項措施。", "This sheet has no such measure.")
    part, before = parts[place], last_before(sheet)
    draft = drafts_of(sheet, (part,), before)[part.key]
    last = before.of(part.key)
    form = PartForm(sent(request), part=part, content=draft.content, last=last)
    if form.is_bound and attempt(
        form,
        lambda: save_draft.save_draft(
            by, sheet.pk, part.key, form.given(), confirmed=form.confirmed(), seen=seen_in(request)
        ),
    ):
        if "next" in request.POST and place + 1 < len(parts):
            return done(request, _SAVED, "sheet_part", sheet.pk, parts[place + 1].key)
        return done(request, _SAVED, "sheet", sheet.pk)
    context = {
        "sheet": sheet,
        "form": form,
        "trail": trail(sheet),
        "name": measure_name(part),
        "place": place + 1,
        "total": len(parts),
        "revision": draft.revision,
        "last": last,
        "last_title": None if before.period is None else title_of(before.period),
        "asked": _asked_back(sheet, part.key),
        "works": [_work(form, work) for work in part.works],
        "indicators": [_indicator(form, each, sheet, last) for each in part.indicators],
        "plan_page": reverse("plan_element", args=[sheet.period.plan.slug, part.key]),
    }
    return draw(request, "sheets/part.jinja", context, form)


def _asked_back(sheet: Sheet, key: str) -> str:
    """What the last return asked of this measure."""
    newest = sheet.steps.order_by("-pk").first()
    return newest.reasons.get(key, "") if newest is not None and newest.step == SheetStep.Step.RETURN else ""


def _work(form: PartForm, work: WorkItem) -> dict[str, object]:
    fields = [form[f"work-{work.key}-{name}"] for name in ("standing", "share", "note")]
    return {"name": work_name(work), "when": months_of(work.start, work.end), "fields": fields}


def _indicator(form: PartForm, asked: AskedIndicator, sheet: Sheet, last: PartContent) -> dict[str, object]:
    names = ("value", "unit", "forecast", "done", "words")
    said = last.actuals.get(asked.key)
    return {
        "name": chinese(asked.definition.name),
        "target": say(target_in_words(asked, sheet.period.year)),
        "last": None if said is None else actual_in_words(asked, said),
        "fields": [
            form[f"actual-{asked.key}-{name}"]
            for name in names
            if f"actual-{asked.key}-{name}" in form.fields
        ],
    }
