"""The addresses of consultations and of the table of comments."""

from django.urls import URLPattern, path

from coretech.web.cases.comments import comments_file
from coretech.web.consultation.answering import consultation_answer
from coretech.web.consultation.asking import consultation_new
from coretech.web.consultation.board import consultations
from coretech.web.consultation.one import consultation

urlpatterns: list[URLPattern] = [
    path("cases/<slug:reference>/consultations/", consultations, name="consultations"),
    path("cases/<slug:reference>/consultations/new/", consultation_new, name="consultation_new"),
    path("consultations/<int:consultation_id>/", consultation, name="consultation"),
    path("consultation/<str:secret>/", consultation_answer, name="consultation_answer"),
    path("comments/table/<slug:form>/", comments_file, name="comments_file"),
]
