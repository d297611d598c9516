"""Keeping the draft while somebody types: called by the page itself, and answered with what stands beside the form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from coretech.apps.cases.drafts import discard_draft, save_draft
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.dossier.live import Live, live_of
from coretech.web.dossier.opening import Opened, opened
from coretech.web.dossier.posted import Sheet, sheet_of
from coretech.web.sending import done


@require_POST
def case_part_draft(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Keep the form as it is as the sender's own draft; what keeps it from being kept is said beside the form."""
    part = opened(request, reference, name)
    sheet = sheet_of(name, request.POST)
    live = _not_kept(part, sheet, part.refusal) if part.refusal is not None else _kept(part, sheet)
    return render(request, "dossier/live.jinja", {"live": live, "opened": part})


@require_POST
def case_part_discard(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """Throw the sender's own draft away."""
    part = opened(request, reference, name)
    discard_draft(part.by, part.case, name)
    return done(request, Sentence("已捨棄草稿。", "The draft is gone."), "case_part", reference, name)


def _kept(part: Opened, sheet: Sheet) -> Live:
    try:
        draft = save_draft(
            part.by,
            part.case,
            part.name,
            sheet.content,
            level=sheet.level,
            based_on=sheet.based_on,
            seen=sheet.stamp,
        )
    except Refused as refusal:
        return _not_kept(part, sheet, refusal)
    return live_of(part, sheet.content, draft)


def _not_kept(part: Opened, sheet: Sheet, refusal: Refused) -> Live:
    return live_of(part, sheet.content, None, stamp=sheet.stamp, trouble=refusal)
