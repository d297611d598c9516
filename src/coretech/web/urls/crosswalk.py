"""The addresses of the crosswalk; all public but the queue and adding by hand, which are for those who judge."""

from django.urls import URLPattern, path

from coretech.web.crosswalk import adding, covering, elsewhere, files, judging, matrix, overview

_PAIR = "crosswalk/<slug:left_code>/<slug:right_code>/"

urlpatterns: list[URLPattern] = [
    path("crosswalk/", overview.crosswalk, name="crosswalk"),
    path("crosswalk/queue/", judging.mapping_queue, name="mapping_queue"),
    path("crosswalk/mappings/<int:mapping_pk>/", judging.mapping, name="mapping"),
    path(_PAIR, matrix.crosswalk_matrix, name="crosswalk_matrix"),
    path(f"{_PAIR}new/", adding.mapping_new, name="mapping_new"),
    path(f"{_PAIR}coverage/", covering.crosswalk_coverage, name="crosswalk_coverage"),
    path(f"{_PAIR}coverage.svg", covering.crosswalk_coverage_chart, name="crosswalk_coverage_chart"),
    path(f"{_PAIR}export/<slug:crosswalk_form>", files.crosswalk_export, name="crosswalk_export"),
    path("register/<int:number>/elsewhere/", elsewhere.register_elsewhere, name="register_elsewhere"),
]
