"""Budget figures as files: given out as CSV or ODS, and taken in once what they would write was seen."""

import base64
import binascii

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import PlanVersion
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.operations import import_budgets
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.budgets import Source, Stage, standing_figures
from coretech.apps.reports.spending.intake import Intake, Kind, rows_of
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.budgets.columns import COLUMNS
from coretech.readers.budgets.write import write_budgets
from coretech.readers.seats.grid import MOST_BYTES
from coretech.readers.seats.write import MEDIA_TYPES, Format
from coretech.web.acting import acting, once
from coretech.web.budgets.words import SOURCES, STAGES, trail
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_TAKEN = Sentence("經費已匯入。", "The figures are taken over.")
_KINDS = {
    Kind.NEW: Sentence("新增", "New"),
    Kind.RESTATED: Sentence("重述", "Restated"),
    Kind.SAME: Sentence("已登錄", "On record already"),
}
_CHANGED = (
    Column(Sentence("列", "Line")),
    Column(Sentence("將寫入", "What is written")),
    Column(Sentence("項目", "Entry")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("年度", "Year")),
    Column(Sentence("階段、財源", "Stage, source")),
    Column(Sentence("原金額", "Before"), numeric=True),
    Column(Sentence("新金額", "Now"), numeric=True),
)


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=both("經費檔案（ODS或CSV）", "The figures as ODS or CSV"),
        help_text=both(
            f"最大{MOST_BYTES // 1024}KB。先顯示將寫入的內容，確認後才寫入。",
            f"At most {MOST_BYTES // 1024} KB. What would be written is shown first.",
        ),
        allow_empty_file=True,
    )


@require_safe
def plan_budgets_export(request: HttpRequest, plan_slug: str, form: str) -> HttpResponse:
    """The figures that hold, as the table that the import reads back. Public as the board is."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    version, kind = version_of(plan_slug), Format(form)
    titles = {key: each.title for key, each in tree_of(version).by_key.items()}
    content = write_budgets(rows_of(standing_figures(by, version.plan), titles), kind)
    response = HttpResponse(content, content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{plan_slug}-budgets.{kind}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def plan_budgets_import(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """Choose a file, look at what it would write, confirm."""
    by = acting(request)
    version = version_of(plan_slug)
    import_budgets.check(by, version.plan)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    try:
        if request.POST.get("step") == "confirm":
            raw, seen = _kept(request), request.POST.get("seen", "")
            once(lambda: import_budgets.import_budgets(by, plan_slug, raw, seen))
            return done(request, _TAKEN, "plan_budgets", plan_slug)
        if form.is_bound and form.is_valid():
            raw = bytes(form.cleaned_data["file"].read(MOST_BYTES + 1))
            return _seen(request, version, import_budgets.foresee(by, plan_slug, raw), raw)
    except Refused as refusal:
        add_refusal(form, refusal)
    context = {
        "form": form,
        "version": version,
        "trail": trail(version),
        "guide": COLUMNS,
        "formats": [each.value for each in Format],
    }
    return draw(request, "budgets/import.jinja", context, form)


def _seen(request: HttpRequest, version: PlanVersion, intake: Intake, raw: bytes) -> HttpResponse:
    context = {
        "version": version,
        "trail": trail(version),
        "intake": intake,
        "counts": [(_KINDS[kind], count) for kind, count in intake.counts.items()],
        "columns": _CHANGED,
        "rows": [
            [
                each.row.line,
                say(_KINDS[each.kind]),
                each.row.element,
                each.row.agency or "–",
                each.row.year,
                f"{say(STAGES[Stage(each.row.stage)])}／{say(SOURCES[Source(each.row.source)])}",
                "–" if each.before is None else f"{each.before.amount.normalize():,f}",
                f"{each.row.amount.normalize():,f}",
            ]
            for each in intake.writes
        ],
        "kept": base64.b64encode(raw).decode("ascii"),
    }
    return draw(request, "budgets/import_check.jinja", context)


def _kept(request: HttpRequest) -> bytes:
    """The file as it was shown, sent back with the confirmation."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input("file", "請重新選擇檔案。", "Choose the file again.") from None
