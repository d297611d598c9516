"""The addresses of the dossier's forms."""

from django.urls import URLPattern, path

from coretech.web.dossier import comparing, hearing, page, part, remarks, saving, versions

_PART = "cases/<slug:reference>/dossier/<slug:name>/"

urlpatterns: list[URLPattern] = [
    path("cases/<slug:reference>/dossier/", page.case_dossier, name="case_dossier"),
    path(_PART, part.case_part, name="case_part"),
    path(f"{_PART}draft/", saving.case_part_draft, name="case_part_draft"),
    path(f"{_PART}draft/discard/", saving.case_part_discard, name="case_part_discard"),
    path(f"{_PART}answers/", hearing.case_part_answer, name="case_part_answer"),
    path(f"{_PART}comparison/", comparing.case_part_comparison, name="case_part_comparison"),
    path(f"{_PART}versions/", versions.case_part_versions, name="case_part_versions"),
    path(f"{_PART}versions/<int:version>/", versions.case_part_version, name="case_part_version"),
    path(f"{_PART}remarks/", remarks.case_part_remarks, name="case_part_remarks"),
]
