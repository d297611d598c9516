"""The sheet as a spreadsheet to fill in offline: take it, send it back, see every difference, confirm."""

import base64
import binascii

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.periods import name_of
from coretech.apps.reports.models import Sheet
from coretech.apps.reports.operations import take_in_sheet
from coretech.apps.reports.sheets.access import find_sheet
from coretech.apps.reports.sheets.file import file_of, foresee
from coretech.apps.reports.sheets.file_changes import Change
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.ods_package import MIMETYPE
from coretech.readers.sheet_form.read import MOST_BYTES
from coretech.web.acting import acting, once
from coretech.web.sending import done, draw
from coretech.web.sheets.words import measure_name, title_of_sheet, trail
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_TAKEN = Sentence("檔案內容已寫入，請檢查後送核。", "The file is taken in; check it and submit.")
_COLUMNS = (
    Column(Sentence("措施", "Measure")),
    Column(Sentence("項目", "What")),
    Column(Sentence("現在", "Now")),
    Column(Sentence("檔案", "In the file")),
)


class FileForm(forms.Form):
    """The filled file."""

    file = forms.FileField(
        label=both("填妥的檔案（ODS）", "The filled file (ODS)"),
        help_text=both(
            "先列出差異，確認後才寫入。",
            "The difference is shown first; nothing is written before you confirm.",
        ),
        allow_empty_file=True,
    )


@require_safe
def sheet_download(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The file with everything that stands filled in."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    response = HttpResponse(file_of(by, found), content_type=MIMETYPE)
    name = (
        f"{found.period.plan.slug}-{name_of(found.period.year, found.period.quarter)}-{found.agency.code}.ods"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_file(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Send the file back, look at the difference, confirm."""
    by = acting(request)
    found = find_sheet(by, sheet_id)
    take_in_sheet.check(by, found)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context: dict[str, object] = {
        "sheet": found,
        "title": title_of_sheet(found),
        "trail": trail(found),
        "form": form,
    }
    try:
        if request.POST.get("step") == "confirm":
            raw, seen = _kept(request), request.POST.get("seen", "")
            once(lambda: take_in_sheet.take_in_sheet(by, found.pk, raw, seen))
            return done(request, _TAKEN, "sheet", found.pk)
        if form.is_bound and form.is_valid():
            raw = bytes(form.cleaned_data["file"].read(MOST_BYTES + 1))
            return draw(request, "sheets/difference.jinja", {**context, **_difference(by, found, raw)})
    except Refused as refusal:
        add_refusal(form, refusal)
    return draw(request, "sheets/file.jinja", context, form)


def _difference(by: Acting, found: Sheet, raw: bytes) -> dict[str, object]:
    return {
        "foreseen": (seen := foresee(by, found, raw)),
        "columns": _COLUMNS,
        "rows": [_row(each) for each in seen.changes],
        "kept": base64.b64encode(raw).decode("ascii"),
    }


def _row(change: Change) -> list[object]:
    what = f"{say(change.what)} {change.row}".strip()
    return [measure_name(change.part), what, change.before or "-", change.after or "-"]


def _kept(request: HttpRequest) -> bytes:
    """The file as it was shown, sent back with the confirmation."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input("file", "請重新選擇檔案。", "Choose the file again.") from None
