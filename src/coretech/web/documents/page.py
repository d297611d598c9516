"""The documents of a case: which there are, which open to the reader, and handing one out."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import write_part
from coretech.apps.cases.queries import find_case
from coretech.apps.documents.files import file_of, offered
from coretech.apps.documents.form.files import form_file
from coretech.apps.documents.naming import NAMES, STEMS
from coretech.apps.documents.operations import set_template
from coretech.apps.documents.templates import newest_template, template_name
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.documents.answer import document_language, download


@dataclass(frozen=True, slots=True)
class Line:
    """A document on the page: its name, how it is spelled in addresses, its look, and why it is closed."""

    name: Sentence
    stem: str
    look: Sentence
    refusal: Refused | None


@require_safe
def case_documents(request: HttpRequest, reference: str) -> HttpResponse:
    """Every document of the case, with its files or why there are none for this reader yet."""
    by = acting(request)
    case = find_case(by, reference)
    context = {
        "case": case,
        "lines": _lines(by, case),
        "writing": refusal_of(write_part.check, by, case),
        "templates": refusal_of(set_template.check, by) is None,
    }
    return render(request, "documents/case.jinja", context)


@require_safe
def case_document(
    request: HttpRequest, reference: str, document_kind: str, document_form: str
) -> HttpResponse:
    """One document as ODT or PDF, in the language of the page."""
    by = acting(request)
    case = find_case(by, reference)
    file = file_of(by, case, set_template.require_kind(document_kind), document_form, document_language())
    return download(file.name, file.media_type, file.content)


@require_safe
def dossier_form(request: HttpRequest, reference: str) -> HttpResponse:
    """The dossier as a form to fill in offline."""
    by = acting(request)
    file = form_file(by, find_case(by, reference), document_language())
    return download(file.name, file.media_type, file.content)


def _lines(by: Acting, case: Case) -> list[Line]:
    return [
        Line(NAMES[each.kind], STEMS[each.kind], template_name(newest_template(each.kind)), each.refusal)
        for each in offered(by, case)
    ]
