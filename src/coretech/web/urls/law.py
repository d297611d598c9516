"""The addresses of the law: its articles, its readings, and its questions as calculators. All are public."""

from django.urls import URLPattern, path

from coretech.web.law import articles, calculators, kinship, question, readings

urlpatterns: list[URLPattern] = [
    path("law/", articles.law, name="law"),
    path("law/readings/", readings.law_readings, name="law_readings"),
    path("law/calculators/", calculators.law_calculators, name="law_calculators"),
    path("law/calculators/<slug:name>/", calculators.law_calculator, name="law_calculator"),
    path("law/kinship/", kinship.law_kinship, name="law_kinship"),
    path("law/questions/<slug:first>/<slug:second>/", question.law_question, name="law_question"),
]
