"""The addresses of signals, assessments, the scan log and its quarterly report; none is public."""

from django.urls import URLPattern, path

from coretech.web.signals import assessing, overview, proposing, reporting, scanning

_ONE = "signals/<str:signal_topic>/"
_ASSESSMENT = "signals/assessments/<int:assessment_id>/"

urlpatterns: list[URLPattern] = [
    path("signals/", overview.signals, name="signals"),
    path("signals/scans/", scanning.scans, name="scans"),
    path("signals/scans/new/", scanning.scan_new, name="scan_new"),
    path("signals/scans/export/<slug:scans_form>", scanning.scans_export, name="scans_export"),
    path("signals/report/", reporting.scan_report, name="scan_report"),
    path(
        "signals/report/<int:year>/<int:quarter>/<slug:report_form>",
        reporting.scan_report_file,
        name="scan_report_file",
    ),
    path(_ASSESSMENT, assessing.signal_assessment, name="signal_assessment"),
    path(f"{_ASSESSMENT}candidate/", proposing.assessment_propose, name="assessment_propose"),
    path(_ONE, overview.signals_of, name="signals_of"),
    path(f"{_ONE}assess/", assessing.signals_assess, name="signals_assess"),
]
