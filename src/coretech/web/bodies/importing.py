"""Importing a board: the difference is shown first, and nothing is written until it is confirmed."""

import base64
import binascii

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.bodies.difference import KINDS, Kind
from coretech.apps.bodies.importing import Imported
from coretech.apps.bodies.operations import import_board
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import COLUMNS
from coretech.readers.seats.grid import MOST_BYTES
from coretech.web.acting import acting, once
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say

_TAKEN = Sentence("匯入完成。", "The board is imported.")
_CHANGED = (
    Column(Sentence("列", "Line")),
    Column(Sentence("變動", "Change")),
    Column(Sentence("席次", "Seat")),
    Column(Sentence("姓名", "Name")),
    Column(Sentence("任期", "Term")),
)
_FILE = both("席次檔案（ODS或CSV）", "The board as ODS or CSV")


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=_FILE,
        help_text=both(
            f"最大{MOST_BYTES // 1024}KB。先顯示差異，確認後才寫入。",
            f"At most {MOST_BYTES // 1024} KB. The difference is shown first; nothing is written before you confirm.",
        ),
        allow_empty_file=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def body_import(request: HttpRequest, body_id: int) -> HttpResponse:
    """Choose a file, look at what it would change, confirm."""
    by = acting(request)
    body = import_board.check(by, body_id)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context = {"form": form, "body": body, "guide": COLUMNS}
    try:
        if request.POST.get("step") == "confirm":
            raw, seen = _kept(request), request.POST.get("seen", "")
            once(lambda: import_board.import_board(by, body.pk, raw, seen))
            return done(request, _TAKEN, "body", body.pk)
        if form.is_bound and form.is_valid():
            raw = _uploaded(form)
            return _difference(request, context, import_board.foresee(by, body.pk, raw), raw)
    except Refused as refusal:
        add_refusal(form, refusal)
    return draw(request, "bodies/import.jinja", context, form)


def _difference(
    request: HttpRequest, context: dict[str, object], imported: Imported, raw: bytes
) -> HttpResponse:
    found = imported.difference
    counts = [(words, found.counts[kind]) for kind, words in KINDS.items()]
    shown = context | {
        "imported": imported,
        "columns": _CHANGED,
        "counts": [*counts, (Sentence("相同", "Unchanged"), found.unchanged)],
        "rows": [
            (change.row, say(KINDS[change.kind])) for change in found.changes if change.kind is not Kind.GONE
        ],
        "gone": found.of(Kind.GONE),
        "kept": base64.b64encode(raw).decode("ascii"),
    }
    return draw(request, "bodies/difference.jinja", shown)


def _uploaded(form: FileForm) -> bytes:
    upload = form.cleaned_data["file"]
    return bytes(upload.read(MOST_BYTES + 1))


def _kept(request: HttpRequest) -> bytes:
    """The file as it was shown, sent back with the confirmation."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except (binascii.Error, ValueError):
        raise bad_input("file", "請重新選擇檔案。", "Choose the file again.") from None
