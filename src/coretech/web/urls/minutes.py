"""The addresses of minutes and statistics."""

from django.urls import URLPattern, path

from coretech.web.minutes.circulating import minutes_circulate, minutes_reply
from coretech.web.minutes.confirming import minutes_confirm
from coretech.web.minutes.editing import minutes_correct, minutes_edit
from coretech.web.minutes.files import minutes_odt, minutes_pdf
from coretech.web.minutes.page import minutes
from coretech.web.minutes.signing import minutes_sign
from coretech.web.minutes.statistics import statistics, statistics_csv
from coretech.web.minutes.versions import minutes_version, minutes_versions

_MINUTES = "meetings/<int:meeting_id>/minutes"
_VERSION = f"{_MINUTES}/versions/<int:version>"

urlpatterns: list[URLPattern] = [
    path(f"{_MINUTES}/", minutes, name="minutes"),
    path(f"{_MINUTES}/edit/", minutes_edit, name="minutes_edit"),
    path(f"{_MINUTES}/signature/", minutes_sign, name="minutes_sign"),
    path(f"{_MINUTES}/circulation/", minutes_circulate, name="minutes_circulate"),
    path(f"{_MINUTES}/reply/", minutes_reply, name="minutes_reply"),
    path(f"{_MINUTES}/confirmation/", minutes_confirm, name="minutes_confirm"),
    path(f"{_MINUTES}/correction/", minutes_correct, name="minutes_correct"),
    path(f"{_MINUTES}/versions/", minutes_versions, name="minutes_versions"),
    path(f"{_VERSION}/", minutes_version, name="minutes_version"),
    path(f"{_VERSION}/odt/", minutes_odt, name="minutes_odt"),
    path(f"{_VERSION}/pdf/", minutes_pdf, name="minutes_pdf"),
    path("bodies/<int:body_id>/statistics/", statistics, name="statistics"),
    path("bodies/<int:body_id>/statistics/csv/", statistics_csv, name="statistics_csv"),
]
