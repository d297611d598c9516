"""One sheet as a task list: a line for each measure, then check, sign and what became of it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.models import Sheet, SheetStep
from coretech.apps.reports.operations import check_sheet, return_sheet, save_draft, sign_sheet, submit_sheet
from coretech.apps.reports.sheets.access import find_sheet, is_own, may_read_content
from coretech.apps.reports.sheets.completeness import Complete, completeness
from coretech.apps.reports.sheets.drafts import Draft, drafts_of
from coretech.apps.reports.sheets.parts import Part, parts_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.issues.beside import issues_on
from coretech.web.sheets.listing import marks_of
from coretech.web.sheets.words import STEPS, measure_name, period_address, title_of_sheet
from coretech.web.shell.parts import Event, Tag, Task

_TAGS = {
    "ready": Tag(Sentence("填妥", "Filled in"), "green"),
    "begun": Tag(Sentence("填寫中", "Begun"), "blue"),
    "empty": Tag(Sentence("未填", "Not begun"), "grey"),
}


@require_safe
def sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The sheet for its agency and its controller; what is still the agency's own shows the controller no word."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    own = is_own(by, found)
    parts = parts_of(found)
    drafts = drafts_of(found, parts) if own else {}
    complete = completeness(parts, drafts) if own else {}
    context = {
        "sheet": found,
        "title": title_of_sheet(found),
        "agency": found.agency.name_on(by.today),
        "tags": marks_of(by, found),
        "own": own,
        "tasks": _measures(by, found, parts, drafts, complete) if own else [],
        "ready": sum(each.is_ready for each in complete.values()),
        "total": len(parts),
        "lacking": sum(len(each.lacking) for each in complete.values()),
        "next": _next(by, found),
        "returned": _returned(found, parts) if may_read_content(by, found) or own else None,
        "may_fill": refusal_of(save_draft.check, by, found) is None,
        "history": list(_history(by, found)),
        "published": period_address(found.period) if found.period.published_at else None,
        **issues_on(by, found),
    }
    return render(request, "sheets/sheet.jinja", context)


def _measures(
    by: Acting, found: Sheet, parts: tuple[Part, ...], drafts: dict[str, Draft], complete: dict[str, Complete]
) -> list[Task]:
    writable = refusal_of(save_draft.check, by, found) is None
    tasks = []
    for part in parts:
        told = complete[part.key]
        tag = _TAGS["ready" if told.is_ready else "begun" if drafts[part.key].begun else "empty"]
        name = str(measure_name(part).striptags())
        hint = told.missing[0].sentence if told.missing and drafts[part.key].begun else None
        page = reverse("sheet_part", args=[found.pk, part.key]) if writable else None
        tasks.append(Task(Sentence(name, name), tag.words, page, tag.colour, hint))
    return tasks


def _next(by: Acting, found: Sheet) -> list[tuple[Sentence, str]]:
    """The steps this reader may take now, each with its page."""
    steps = (
        (submit_sheet.check, Sentence("檢查答案並送核", "Check your answers and submit"), "sheet_answers"),
        (sign_sheet.check, Sentence("閱讀並核章", "Read and sign"), "sheet_signature"),
        (check_sheet.check, Sentence("檢核這份填報表", "Check this sheet"), "sheet_check"),
    )
    open_ = [
        (words, reverse(page, args=[found.pk]))
        for check, words, page in steps
        if refusal_of(check, by, found) is None
    ]
    if not open_ and refusal_of(return_sheet.check, by, found) is None:
        page = "sheet_signature" if found.state == Sheet.State.SUBMITTED else "sheet_check"
        return [
            (
                Sentence("閱讀，必要時退回", "Read it, and return it where needed"),
                reverse(page, args=[found.pk]),
            )
        ]
    return open_


def _returned(found: Sheet, parts: tuple[Part, ...]) -> dict[str, object] | None:
    """What the last return asked for, while the sheet stands returned."""
    step = found.steps.order_by("-pk").first()
    if step is None or step.step != SheetStep.Step.RETURN:
        return None
    reasons = [(part, step.reasons[part.key]) for part in parts if part.key in step.reasons]
    return {
        "note": step.note,
        "at": step.at,
        "reasons": [
            (measure_name(part), reason, reverse("sheet_part", args=[found.pk, part.key]))
            for part, reason in reasons
        ],
    }


def _history(by: Acting, found: Sheet) -> Iterator[Event]:
    """The steps taken; who took them is named to the agency and the controller alone, who are all that come here."""
    for step in found.steps.select_related("by", "version").order_by("pk"):
        who = None if step.by is None else step.by.name
        note = (
            Sentence(step.note, step.note)
            if step.note and (is_own(by, found) or step.step != "return")
            else None
        )
        words = STEPS[SheetStep.Step(step.step)]
        number = step.version.number
        yield Event(
            step.at,
            Sentence(f"{words.zh}（第{number}次送核）", f"{words.en} (submission {number})"),
            who,
            note,
        )
