"""Check your answers, then submit: what is submitted is exactly what is shown."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.operations import submit_sheet
from coretech.apps.reports.sheets.access import find_sheet, is_own
from coretech.apps.reports.sheets.carrying import last_before
from coretech.apps.reports.sheets.completeness import completeness
from coretech.apps.reports.sheets.drafts import drafts_of, whole_digest
from coretech.apps.reports.sheets.parts import parts_of
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.sending import done, draw
from coretech.web.sheets.shown import ACTUAL_COLUMNS, WORK_COLUMNS, shown
from coretech.web.sheets.words import title_of_sheet, trail

_SENT = Sentence("已送機關核章。", "Submitted; the agency's head is told.")


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_answers(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """All measures with their answers; the button is open once nothing is missing."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    if not is_own(by, found):
        raise not_found(
            "沒有這份填報表，或您無權閱覽。", "There is no such sheet, or it is not yours to see."
        )
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        once(lambda: submit_sheet.submit_sheet(by, found.pk, seen))
        return done(request, _SENT, "sheet", found.pk)
    parts, before = parts_of(found), last_before(found)
    drafts = drafts_of(found, parts, before)
    complete = completeness(parts, drafts)
    slug = found.period.plan.slug
    context = {
        "sheet": found,
        "title": title_of_sheet(found),
        "agency": found.agency.name_on(by.today),
        "trail": trail(found),
        "measures": [
            {
                "shown": shown(part, drafts[part.key].content, before.of(part.key), slug),
                "complete": complete[part.key],
                "change": reverse("sheet_part", args=[found.pk, part.key]),
            }
            for part in parts
        ],
        "waiting": sum(not each.is_ready for each in complete.values()),
        "lacking": [asked for each in complete.values() for asked in each.lacking],
        "work_columns": WORK_COLUMNS,
        "actual_columns": ACTUAL_COLUMNS,
        "seen": whole_digest(drafts),
        "refusal": _refusal(
            refusal_of(submit_sheet.check, by, found), sum(not e.is_ready for e in complete.values())
        ),
    }
    return draw(request, "sheets/answers.jinja", context)


def _refusal(refusal: Refused | None, waiting: int) -> Refused | None:
    if refusal is not None or not waiting:
        return refusal
    return Refused(
        Sentence(
            f"還有{waiting}項措施未填妥，缺漏列在各項之下。",
            f"Measures not filled in yet: {waiting}; each says why.",
        ),
        status=422,
    )
