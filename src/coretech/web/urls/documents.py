"""The addresses of documents and their templates."""

from django.urls import URLPattern, path

from coretech.web.documents.importing import dossier_import
from coretech.web.documents.page import case_document, case_documents, dossier_form
from coretech.web.documents.templates import template_file, template_set, templates

urlpatterns: list[URLPattern] = [
    path("cases/<slug:reference>/documents/", case_documents, name="case_documents"),
    path("cases/<slug:reference>/documents/form/", dossier_form, name="dossier_form"),
    path("cases/<slug:reference>/documents/import/", dossier_import, name="dossier_import"),
    path(
        "cases/<slug:reference>/documents/<slug:document_kind>/<slug:document_form>/",
        case_document,
        name="case_document",
    ),
    path("templates/", templates, name="templates"),
    path("templates/<slug:document_kind>/", template_set, name="template_set"),
    path("templates/<slug:document_kind>/<int:version>/", template_file, name="template_file"),
]
