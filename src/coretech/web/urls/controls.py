"""The addresses of export controls: regimes, the matrix, and the calculators. All are public and store nothing."""

from django.urls import URLPattern, path

from coretech.web.controls import asking, drawn, regimes

urlpatterns: list[URLPattern] = [
    path("controls/", regimes.controls, name="controls"),
    path("controls/matrix/", regimes.controls_matrix, name="controls_matrix"),
    path("controls/chip/", asking.controls_chip, name="controls_chip"),
    path("controls/chip/chart.svg", drawn.controls_chip_chart, name="controls_chip_chart"),
    path("controls/ask/<slug:control_kind>/", asking.controls_ask, name="controls_ask"),
]
