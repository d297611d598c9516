"""Documents of a case, the dossier's offline form, and the templates documents are set in."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, File, Form, Router, Status
from ninja.files import UploadedFile

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.documents_shown import (
    DocumentShown,
    ImportShown,
    TemplateShown,
    document_shown,
    import_shown,
    template_shown,
)
from coretech.api.files import ODT, PDF, binary
from coretech.api.openapi import problem_answer
from coretech.api.schemas import LARGEST_COUNT, AddressNumber, Given, Line, Reference
from coretech.apps.cases.queries import find_case
from coretech.apps.documents.files import DocumentFile, file_of, offered
from coretech.apps.documents.form.files import form_file
from coretech.apps.documents.importing import bring_in, foresee
from coretech.apps.documents.models import Template
from coretech.apps.documents.operations import set_template as operation
from coretech.apps.documents.template_check import LARGEST as LARGEST_TEMPLATE
from coretech.engines.documents.model import Language
from coretech.kit.refusal import not_found
from coretech.readers.dossier_form.filled import LARGEST as LARGEST_FORM

cases = Router(tags=["documents"])
templates = Router(tags=["documents"])

Stem = Literal["dossier", "panel-opinion", "office-note", "agenda-item", "pre-announcement", "announcement"]
TemplateStem = Literal[Stem, "minutes"]
BINARY = binary(ODT, PDF)
DOCUMENT = {HTTPStatus.OK.value: {"description": "The file, under its own media type.", **BINARY}}


_LANGUAGES: Mapping[str, Language] = {"zh": "zh-Hant-TW", "en": "en"}


class FormGiven(Given):
    """What was answered to the differences: the mark they came with."""

    seen: Line


class TemplateGiven(Given):
    """What is new about a template, and which version the caller saw, 0 for none."""

    note: Line = ""
    seen: Annotated[int, Field(ge=0, le=LARGEST_COUNT)] | None = None


@cases.get("/{reference}/documents", response=list[DocumentShown], summary="公文 / Documents")
def list_documents(request: HttpRequest, reference: Reference) -> list[DocumentShown]:
    """Every document of the case; where one cannot be had, ``closed`` says why."""
    by = acting(request)
    return [document_shown(each) for each in offered(by, find_case(by, reference))]


@cases.get(
    "/{reference}/documents/{kind}/{form}",
    summary="公文檔案 / A document",
    openapi_extra={"responses": DOCUMENT},
)
def download_document(
    request: HttpRequest,
    reference: Reference,
    kind: Stem,
    form: Literal["odt", "pdf"],
    language: Literal["zh", "en"] = "zh",
) -> HttpResponse:
    """A document as ODT in the office's template, or as PDF, with what opens to this account."""
    by = acting(request)
    return _handed(
        file_of(by, find_case(by, reference), operation.require_kind(kind), form, _LANGUAGES[language])
    )


@cases.get(
    "/{reference}/dossier-form",
    summary="離線表單 / The offline form",
    openapi_extra={"responses": DOCUMENT | {HTTPStatus.CONFLICT.value: problem_answer(HTTPStatus.CONFLICT)}},
)
def download_form(request: HttpRequest, reference: Reference) -> HttpResponse:
    """The dossier as an ODT to fill in, with this account's drafts or the newest versions in it."""
    by = acting(request)
    return _handed(form_file(by, find_case(by, reference)))


@cases.post(
    "/{reference}/dossier-form/differences",
    response=ImportShown,
    summary="表單差異 / What a form would change",
)
def compare_form(
    request: HttpRequest, reference: Reference, file: Annotated[UploadedFile, File()]
) -> ImportShown:
    """What a filled form would change in this account's drafts; nothing is written."""
    by = acting(request)
    return import_shown(foresee(by, find_case(by, reference), file.read(LARGEST_FORM + 1)))


@cases.post("/{reference}/dossier-form", response=list[str], summary="讀回表單 / Bring a form back")
def bring_form_back(
    request: HttpRequest,
    reference: Reference,
    given: Annotated[FormGiven, Form()],
    file: Annotated[UploadedFile, File()],
) -> list[str]:
    """Put a filled form into this account's drafts, once its differences were seen; drafts leave nothing on the log."""
    by = acting(request)
    return list(bring_in(by, find_case(by, reference), file.read(LARGEST_FORM + 1), given.seen))


@templates.get("", response=list[TemplateShown], summary="範本 / Templates")
def list_templates(request: HttpRequest) -> list[TemplateShown]:
    """Every version of every template, without the files."""
    operation.check(acting(request))
    return [template_shown(each) for each in Template.objects.defer("odt")]


@templates.get("/{kind}/{version}", summary="範本檔案 / A template", openapi_extra={"responses": DOCUMENT})
def download_template(request: HttpRequest, kind: TemplateStem, version: AddressNumber) -> HttpResponse:
    """One version of a template."""
    operation.check(acting(request))
    found = Template.objects.filter(kind=operation.require_kind(kind).value, version=version).first()
    if found is None:
        raise not_found("沒有這一版範本。", "There is no such version of the template.")
    return _handed(DocumentFile("", ODT, bytes(found.odt)))


@templates.post("/{kind}", response=WRITTEN, summary="設定範本 / Set a template")
def set_a_template(
    request: HttpRequest,
    kind: TemplateStem,
    given: Annotated[TemplateGiven, Form()],
    file: Annotated[UploadedFile, File()],
) -> Status[Done]:
    """Add the next version of a template, for every ODT made from then on."""
    odt = file.read(LARGEST_TEMPLATE + 1)
    return written(
        request, lambda by: operation.set_template(by, kind, odt, given.note, given.seen), request.path
    )


def _handed(file: DocumentFile) -> HttpResponse:
    response = HttpResponse(file.content, content_type=file.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
