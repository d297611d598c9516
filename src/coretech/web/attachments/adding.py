"""Attaching files: several at once, all or none, each fault at its file's name."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.attachments import MOST
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.handed_in import BadFiles, HandedIn
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import attach
from coretech.apps.cases.queries import find_case
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.web.acting import acting, once
from coretech.web.attachments.words import level_choices, part_choices
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both, say

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_ATTACHED = Sentence("附件已加密保存。", "The files are sealed and attached.")
_TOO_MUCH = Sentence(
    "上傳的檔案合計不得超過50 MB；沒有收下任何檔案。多個檔案請分次上傳，單一檔案請壓小或拆開。",
    "Files sent at once may have 50 MB together; none was taken. Send several in turns; make a single one smaller.",
)


class SeveralFiles(forms.FileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Takes several files; gives them in a list."""

    widget = SeveralFiles

    def clean(self, data: object, initial: object = None) -> object:
        """Each file for itself; none at all is one that is missing."""
        clean, several = super().clean, data if isinstance(data, list) else []
        return [clean(each, initial) for each in several or [None]]


class FilesForm(forms.Form):
    """Which files, for which part, and how secret they are."""

    file = FilesField(
        label=both("檔案", "Files"),
        help_text=both(
            f"可一次選擇多個，合計50 MB以內；每案至多{MOST}個。可收PDF、ODT、ODS、ODP、PNG、JPEG、UTF-8的CSV或純文字；"
            "不得有巨集、密碼或附檔。同名的檔案成為新版本。",
            f"Several at once, 50 MB together; at most {MOST} a case. PDF, ODT, ODS, ODP, PNG, JPEG, UTF-8 text or "
            "CSV; no macros, passwords or files inside. A file of the same name is the next version.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )
    part = forms.ChoiceField(label=both("屬於哪一項", "For which part"), required=False, choices=part_choices)
    level = forms.ChoiceField(
        label=both("保密等級", "Level of secrecy"),
        widget=forms.RadioSelect,
        initial=Secrecy.CONFIDENTIAL.value,
        choices=level_choices,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def attachment_new(request: HttpRequest, reference: str) -> HttpResponse:
    """One form; ``?part=`` chooses the part beforehand."""
    by = acting(request)
    case = find_case(by, reference)
    form = _form(request)
    if form.is_bound and _attached(request, by, case, form) is not None:
        return done(request, _ATTACHED, "attachments", reference)
    context = {"form": form, "case": case, "refusal": refusal_of(attach.check, by, case)}
    return draw(request, "attachments/new.jinja", context, form)


def _form(request: HttpRequest) -> FilesForm:
    if request.method == "POST":
        return FilesForm(request.POST, request.FILES)
    part = request.GET.get("part", "")
    return FilesForm(initial={"part": part if part in PARTS else ""})


def _attached(request: HttpRequest, by: Acting, case: Case, form: FilesForm) -> Act | None:
    """Attach them; None, with each fault on the form, where something needs correcting."""
    if _too_much(request.headers):
        form.errors.clear()
        form.add_error("file", say(_TOO_MUCH))
        return None
    if not form.is_valid():
        return None
    given = form.cleaned_data
    files = [_handed_in(file) for file in given["file"]]
    try:
        return once(lambda: attach.attach(by, case.reference, files, given["part"], given["level"]))
    except BadFiles as bad:
        for name, fault in bad.faults:
            form.add_error("file", f"{name}：{say(fault)}")
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
    return None


def _too_much(headers: Mapping[str, str]) -> bool:
    """Whether the server let the files go by, for being more than it takes into memory."""
    length = headers.get("Content-Length", "")
    return length.isdigit() and int(length) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def _handed_in(file: "UploadedFile[bytes]") -> HandedIn:
    return HandedIn(file.name or "", file.read())
