"""One part of the dossier: its form for whoever writes it, with what is beside it; its text for whoever reads it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.content_check import Problem, Unsound
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.drafts import Draft, discard_draft, draft_of
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.part_versions import Overtaken
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import once
from coretech.web.dossier.form import blocks_of, name_of
from coretech.web.dossier.hearing import heard_beside
from coretech.web.dossier.live import live_of
from coretech.web.dossier.offering import files_beside, offers_beside
from coretech.web.dossier.opening import Opened, opened
from coretech.web.dossier.posted import Sheet, sheet_of
from coretech.web.dossier.reading import view_of
from coretech.web.dossier.remarks import remarks_on
from coretech.web.dossier.rows import changed
from coretech.web.dossier.sheets import keep, opened_sheet
from coretech.web.sending import done


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a form that was sent: the first sentence, every answer that cannot be taken, the status."""

    sentence: Sentence
    problems: tuple[Problem, ...]
    status: int


@require_http_methods(["GET", "HEAD", "POST"])
def case_part(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Read or write a part; writing adds the next version, any other button keeps a draft and comes back."""
    part = opened(request, reference, name)
    if request.method == "POST":
        return _sent(request, part)
    draft = draft_of(part.by, part.case, name)
    if draft is not None and part.refusal is None and draft.based_on != part.version:
        if part.newest is None or draft.content != content_of(part.newest):
            return redirect("case_part_comparison", reference, name)
        discard_draft(part.by, part.case, name)  # saved, and kept once more by a page that was slower
        draft = None
    return _page(request, part, opened_sheet(part, draft), draft)


def _sent(request: HttpRequest, part: Opened) -> HttpResponse:
    write_part.check(part.by, part.case)
    sheet, do = sheet_of(part.name, request.POST), request.POST.get("do", "write")
    try:
        if do == "write":
            return _write(request, part, sheet)
        anchor, sheet = changed(part, sheet, do, request.POST)
        keep(part, sheet)
    except Refused as refusal:
        if refusal.status not in {HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT}:
            raise
        return _page(request, part, sheet, None, _wrong(refusal))
    return redirect(f"{request.path}#{anchor}")


def _write(request: HttpRequest, part: Opened, sheet: Sheet) -> HttpResponse:
    reference, name = part.case.reference, part.name
    try:
        once(
            lambda: write_part.write_part(
                part.by, reference, name, content=sheet.content, level=sheet.level, based_on=sheet.based_on
            )
        )
    except Overtaken:
        keep(part, replace(sheet, stamp=""), blindly=True)
        return redirect("case_part_comparison", reference, name)
    words = part.title
    saved = Sentence(f"已儲存「{words.zh}」。", f"“{words.en}” has been saved.")
    return done(request, saved, "case_dossier", reference)


def _wrong(refusal: Refused) -> Wrong:
    problems = refusal.problems if isinstance(refusal, Unsound) else ()
    return Wrong(refusal.sentence, problems, refusal.status)


def _page(
    request: HttpRequest, part: Opened, sheet: Sheet, draft: Draft | None, wrong: Wrong | None = None
) -> HttpResponse:
    problems = wrong.problems if wrong else ()
    context = part.frame | {
        "sheet": sheet,
        "blocks": blocks_of(sheet.content, problems, files_beside(part)),
        "levels": LEVELS.items(),
        "live": live_of(part, sheet.content, draft, stamp=sheet.stamp),
        "offers": offers_beside(part) if part.refusal is None else (),
        "heard": heard_beside(part, sheet.content),
        "remarks": remarks_on(part),
        "shown": None if part.newest is None else view_of(part.newest),
        "errors": _errors(wrong) if wrong else [],
    }
    return render(request, "dossier/part.jinja", context, status=wrong.status if wrong else HTTPStatus.OK)


def _errors(wrong: Wrong) -> list[tuple[Sentence, str | None]]:
    """Each thing to correct with its field; the sentence alone where no answer is named."""
    if not wrong.problems:
        return [(wrong.sentence, None)]
    return list(_named(wrong.problems))


def _named(problems: Iterable[Problem]) -> Iterable[tuple[Sentence, str | None]]:
    for each in problems:
        words = Sentence(f"{each.where.zh}：{each.sentence.zh}", f"{each.where.en}: {each.sentence.en}")
        yield words, f"#{name_of(each.path)}"
