"""The office's templates: which stand, taking one away, and setting another after a look at it."""

from http import HTTPStatus

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.documents.files import MEDIA_TYPES
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import NAMES, STEMS, Kind
from coretech.apps.documents.operations import set_template
from coretech.apps.documents.template_check import LARGEST, looked_into
from coretech.apps.documents.templates import newest_template
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.documents.answer import document_language, download
from coretech.web.documents.kept import brought_back, kept, uploaded
from coretech.web.sending import done, draw
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import both
from coretech.web.work.areas import areas

_FILE = "odt"
_SET = Sentence(
    "範本已設定，之後製作的 ODT 即採用。", "The template is set; every ODT made from now on has it."
)


class TemplateForm(forms.Form):
    """A template and what is new about it."""

    odt = forms.FileField(
        label=both("範本（.odt 或 .ott）", "Template (.odt or .ott)"),
        help_text=both(
            f"最大{LARGEST / 1_000_000:.1f} MB，不得有巨集或密碼。只取樣式、版面、頁首與頁尾，內文不用。",
            f"At most {LARGEST / 1_000_000:.1f} MB, without macros or password. Its styles, page, header and footer "
            "are taken; its text is not.",
        ),
        max_length=1000,
        allow_empty_file=True,
    )
    note = forms.CharField(
        label=both("說明（可不填）", "What is new, if you like"),
        max_length=set_template.LONGEST_NOTE,
        required=False,
    )


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """Every kind of document with the template that stands."""
    by = acting(request)
    set_template.check(by)
    lines = [(NAMES[kind], STEMS[kind], newest_template(kind)) for kind in NAMES]
    return render(request, "documents/templates.jinja", {"lines": lines, "areas": areas(by, "templates")})


@require_safe
def template_file(request: HttpRequest, document_kind: str, version: int) -> HttpResponse:
    """A version of a template, to be changed and set anew."""
    set_template.check(acting(request))
    found = set_template.require_kind(document_kind)
    template = Template.objects.filter(kind=found.value, version=version).first()
    if template is None:
        raise Http404
    return download(f"{document_kind}-{version}.odt", MEDIA_TYPES["odt"], bytes(template.odt))


@require_http_methods(["GET", "HEAD", "POST"])
def template_set(request: HttpRequest, document_kind: str) -> HttpResponse:
    """Choose a file, look at it and at a document in it, set it."""
    by = acting(request)
    set_template.check(by)
    found = set_template.require_kind(document_kind)
    step = request.POST.get("step", "")
    form = TemplateForm(request.POST, request.FILES) if request.method == "POST" else TemplateForm()
    try:
        if step == "confirm":
            once(lambda: _set(request, by, document_kind))
            return done(request, _SET, "templates")
        if step == "preview":
            preview = looked_into(found, brought_back(request, _FILE), document_language(), by.at).preview
            return download(f"{document_kind}-preview.odt", MEDIA_TYPES["odt"], preview)
        if form.is_bound and form.is_valid():
            return _check(request, found, uploaded(form, _FILE, LARGEST), form.cleaned_data["note"])
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
    return draw(request, "documents/template.jinja", _context(found) | {"form": form}, form)


def _set(request: HttpRequest, by: Acting, stem: str) -> Act:
    seen = request.POST.get("seen", "")
    return set_template.set_template(
        by,
        stem,
        brought_back(request, _FILE),
        request.POST.get("note", ""),
        int(seen) if seen.isascii() and seen.isdigit() else 0,
    )


def _check(request: HttpRequest, kind: Kind, odt: bytes, note: str) -> HttpResponse:
    findings = looked_into(kind, odt, document_language(), acting(request).at)
    shown = {"lacking": findings.lacking, "kept": kept(odt), "note": note}
    return render(request, "documents/template_check.jinja", _context(kind) | shown)


def _context(kind: Kind) -> dict[str, object]:
    versions = Template.objects.filter(kind=kind.value).order_by("-version").defer("odt")
    return {"name": NAMES[kind], "stem": STEMS[kind], "versions": versions, "newest": versions.first()}
