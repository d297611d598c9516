"""The addresses of official scope questions and of the answers that are published."""

from django.urls import URLPattern, path

from coretech.web.scope.official import (
    answering,
    answers,
    asking,
    digest,
    followed,
    question,
    queue,
    secrets,
    stepping,
)

_ONE = "scope/questions/<slug:question_number>/"

urlpatterns: list[URLPattern] = [
    path("scope/answers/", answers.scope_answers, name="scope_answers"),
    path("scope/answers/<slug:digest_number>/", answers.scope_answer, name="scope_answer"),
    path("scope/questions/", queue.scope_questions, name="scope_questions"),
    path("scope/questions/new/", asking.scope_question_new, name="scope_question_new"),
    path(
        "scope/questions/follow/<slug:question_key>/",
        followed.scope_question_followed,
        name="scope_question_followed",
    ),
    path(_ONE, question.scope_question, name="scope_question"),
    path(f"{_ONE}take/", stepping.scope_question_take, name="scope_question_take"),
    path(f"{_ONE}ask-back/", stepping.scope_question_ask_back, name="scope_question_ask_back"),
    path(f"{_ONE}transfer/", stepping.scope_question_transfer, name="scope_question_transfer"),
    path(f"{_ONE}name/", stepping.scope_question_name, name="scope_question_name"),
    path(f"{_ONE}declare/", stepping.scope_question_declare, name="scope_question_declare"),
    path(f"{_ONE}answer/", answering.scope_question_answer, name="scope_question_answer"),
    path(f"{_ONE}advise/<int:place>/", answering.scope_question_advise, name="scope_question_advise"),
    path(f"{_ONE}secrets/<int:text_id>/", secrets.scope_question_secret, name="scope_question_secret"),
    path(f"{_ONE}digest/<int:place>/", digest.scope_question_digest, name="scope_question_digest"),
]
