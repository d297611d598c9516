"""Opening many accounts from a file: what it would write is shown first, and nothing is written before confirming."""

import base64
import binascii

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.people.importing import KINDS, Imported
from coretech.apps.people.operations import import_accounts
from coretech.kit.refusal import Refused, bad_input, not_found
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.columns import COLUMNS
from coretech.readers.accounts.write import SAMPLE, write_accounts
from coretech.readers.seats.grid import MOST_BYTES
from coretech.readers.seats.write import MEDIA_TYPES, Format
from coretech.web.acting import acting, once
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_TAKEN = Sentence(
    "匯入完成，設定密碼的連結已寄出。", "The file is imported, and links to set a password are on their way."
)
_CHANGED = (
    Column(Sentence("列", "Line")),
    Column(Sentence("將寫入", "What is written")),
    Column(Sentence("帳號", "Account")),
    Column(Sentence("姓名", "Name")),
    Column(Sentence("機關", "Agency")),
)


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=both("帳號檔案（ODS或CSV）", "The accounts as ODS or CSV"),
        help_text=both(
            f"最大{MOST_BYTES // 1024}KB。先顯示將寫入的內容，確認後才寫入並寄信。",
            f"At most {MOST_BYTES // 1024} KB. What would be written is shown first; "
            "nothing is written and no mail goes out before you confirm.",
        ),
        allow_empty_file=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def accounts_import(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what it would write, confirm."""
    by = acting(request)
    import_accounts.check(by)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context: dict[str, object] = {"form": form, "guide": COLUMNS, "formats": [each.value for each in Format]}
    try:
        if request.POST.get("step") == "confirm":
            raw, seen = _kept(request), request.POST.get("seen", "")
            once(lambda: import_accounts.import_accounts(by, raw, seen))
            return done(request, _TAKEN, "accounts")
        if form.is_bound and form.is_valid():
            raw = bytes(form.cleaned_data["file"].read(MOST_BYTES + 1))
            return _difference(request, import_accounts.foresee(by, raw), raw)
    except Refused as refusal:
        add_refusal(form, refusal)
    return draw(request, "accounts/import.jinja", context, form)


@require_safe
def accounts_sample(request: HttpRequest, form: str) -> HttpResponse:
    """Two invented people as a file: the columns filled in."""
    import_accounts.check(acting(request))
    if form not in set(Format):
        raise not_found("只提供CSV與ODS。", "There are only CSV and ODS.")
    kind = Format(form)
    response = HttpResponse(write_accounts(SAMPLE, kind), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="accounts-sample.{kind}"'
    return response


def _difference(request: HttpRequest, imported: Imported, raw: bytes) -> HttpResponse:
    counts = [(words, imported.counts[kind]) for kind, words in KINDS.items()]
    context = {
        "imported": imported,
        "columns": _CHANGED,
        "counts": [*counts, (Sentence("已登錄", "On record already"), imported.unchanged)],
        "rows": [(change.row, say(KINDS[change.kind])) for change in imported.changes],
        "kept": base64.b64encode(raw).decode("ascii"),
    }
    return draw(request, "accounts/difference.jinja", context)


def _kept(request: HttpRequest) -> bytes:
    """The file as it was shown, sent back with the confirmation."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input("file", "請重新選擇檔案。", "Choose the file again.") from None
