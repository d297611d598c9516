"""Bringing a filled form back: the differences are shown first, and drafts change only on confirmation."""

from http import HTTPStatus

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.documents.importing import Imported, bring_in, foresee
from coretech.apps.documents.making.words import part_name
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.dossier_form.filled import LARGEST
from coretech.web.acting import acting
from coretech.web.documents.kept import brought_back, kept, uploaded
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both

_FILE = "file"
_MEGABYTES = f"{LARGEST / 1_000_000:.1f}"
_BROUGHT = Sentence(
    "已存入您的草稿；請逐項檢視後儲存為新版本。",
    "It is in your drafts now. Look at each part, and save it as its next version.",
)


class FormFileForm(forms.Form):
    """The filled form."""

    file = forms.FileField(
        label=both("填妥的表單（ODT）", "The filled form (ODT)"),
        help_text=both(
            f"最大{_MEGABYTES} MB，不得有巨集或密碼。先顯示差異，確認後才存入草稿。",
            f"At most {_MEGABYTES} MB, without macros or password. The differences are shown first.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def dossier_import(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose a file, look at what it would change, confirm."""
    by = acting(request)
    case = find_case(by, reference)
    form = FormFileForm(request.POST, request.FILES) if request.method == "POST" else FormFileForm()
    context = {"form": form, "case": case, "refusal": refusal_of(write_part.check, by, case)}
    try:
        if request.POST.get("step") == "confirm":
            bring_in(by, case, brought_back(request, _FILE), request.POST.get("seen", ""))
            return done(request, _BROUGHT, "case_dossier", case.reference)
        if form.is_bound and form.is_valid():
            data = uploaded(form, _FILE, LARGEST)
            return draw(
                request, "documents/differences.jinja", context | _shown(foresee(by, case, data), data)
            )
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
    return draw(request, "documents/import.jinja", context, form)


def _shown(imported: Imported, data: bytes) -> dict[str, object]:
    return {
        "imported": imported,
        "parts": [(part_name(each.standing.name), each) for each in imported.parts],
        "same": [part_name(name) for name in imported.same],
        "blank": [part_name(name) for name in imported.blank],
        "kept": kept(data),
    }
