"""The addresses of the steps that change what a case is."""

from django.urls import URLPattern, path

from coretech.web.cases import amending, reopening, technologies
from coretech.web.register import reporting

urlpatterns: list[URLPattern] = [
    path("cases/<slug:reference>/technologies/", technologies.PAGE, name="case_technologies"),
    path("cases/<slug:reference>/amendment/", amending.PAGE, name="case_amend"),
    path("cases/<slug:reference>/council-again/", reopening.RETURN_PAGE, name="case_return"),
    path("cases/<slug:reference>/new-case/", reopening.case_reopen, name="case_reopen"),
    path("changes/<int:edition>/legislature/", reporting.announcement_report, name="announcement_report"),
]
