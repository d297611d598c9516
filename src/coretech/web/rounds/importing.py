"""Importing candidates and cases: the difference is shown first, and nothing is written until it is confirmed."""

import base64
import binascii

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.operations import import_cases
from coretech.apps.cases.portfolio import KINDS, Imported, warnings
from coretech.apps.inventory.yearly.rounds import require_reader
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.kit.sentence import Sentence
from coretech.readers.portfolio_cases.columns import COLUMNS
from coretech.readers.portfolio_cases.rows import MOST_BYTES
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import MEDIA_TYPES, Format
from coretech.web.acting import acting, once
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

_TAKEN = Sentence("匯入完成。", "The file is imported.")
_CHANGED = (
    Column(Sentence("列", "Line")),
    Column(Sentence("將寫入", "What is written")),
    Column(Sentence("機關", "Agency")),
    Column(Sentence("技術", "Technology")),
)


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=both("候選項目檔案（ODS或CSV）", "The candidates as ODS or CSV"),
        help_text=both(
            f"最大{MOST_BYTES // 1024}KB。先顯示差異，確認後才寫入。",
            f"At most {MOST_BYTES // 1024} KB. The difference is shown first; nothing is written before you confirm.",
        ),
        allow_empty_file=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cases_import(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what it would write, confirm."""
    by = acting(request)
    import_cases.check(by)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context: dict[str, object] = {"form": form, "guide": COLUMNS, "formats": [each.value for each in Format]}
    try:
        if request.POST.get("step") == "confirm":
            raw, seen = _kept(request), request.POST.get("seen", "")
            once(lambda: import_cases.import_cases(by, raw, seen))
            return done(request, _TAKEN, "inventory")
        if form.is_bound and form.is_valid():
            raw = bytes(form.cleaned_data["file"].read(MOST_BYTES + 1))
            return _difference(request, by, import_cases.foresee(by, raw), raw)
    except Refused as refusal:
        add_refusal(form, refusal)
    return draw(request, "rounds/import.jinja", context, form)


@require_safe
def cases_sample(request: HttpRequest, form: str) -> HttpResponse:
    """The bundled sample as a file: the columns filled in with published names."""
    require_reader(acting(request))
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    kind = Format(form)
    response = HttpResponse(write_cases(sample_rows(), kind), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="candidates-sample.{kind}"'
    return response


def _difference(request: HttpRequest, by: Acting, imported: Imported, raw: bytes) -> HttpResponse:
    counts = [(words, imported.counts[kind]) for kind, words in KINDS.items()]
    context = {
        "imported": imported,
        "warnings": warnings(by, imported),
        "columns": _CHANGED,
        "counts": [*counts, (Sentence("已登錄", "On record already"), imported.unchanged)],
        "rows": [(change, _what(change.part, say(KINDS[change.kind]))) for change in imported.changes],
        "kept": base64.b64encode(raw).decode("ascii"),
    }
    return draw(request, "rounds/difference.jinja", context)


def _what(part: str, kind: str) -> str:
    return f"{kind}{tr('：', ': ')}{say(COLUMNS[part].says)}" if part else kind


def _kept(request: HttpRequest) -> bytes:
    """The file as it was shown, sent back with the confirmation."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input("file", "請重新選擇檔案。", "Choose the file again.") from None
