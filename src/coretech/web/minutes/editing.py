"""Editing the recorder's words before confirmation, and correcting them afterwards."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.apps.meetings.operations import correct_minutes, edit_minutes
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.meetings.words import title_of
from coretech.web.minutes.forms import CorrectionForm, WordsForm
from coretech.web.minutes.steps import CORRECT, EDIT, refusal_at
from coretech.web.sending import attempt, done, draw, sent

_EDITED = Sentence("已存為新的一版。", "Saved as a new version.")
_CORRECTED = Sentence(
    "更正已存為新的一版，請主席與紀錄人重新簽署。",
    "The correction is saved as a new version; the chair and the recorder sign it anew.",
)
_PAGE = "minutes/edit.jinja"


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_edit(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One group of fields an item; saving adds a version."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(edit_minutes.check, by, found)
    form = WordsForm(sent(request), copy_of(by, meeting_id))
    act = attempt(
        form,
        lambda: edit_minutes.edit_minutes(by, meeting_id, form.words(), form.cleaned_data["seen"]),
    )
    if act is not None:
        return done(request, _EDITED, "minutes", meeting_id)
    context = {
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "heading": EDIT,
        "refusal": refusal,
    }
    return draw(request, _PAGE, {**context, "form": form, "correcting": False}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes_correct(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The same for confirmed minutes, with the reason; the confirmed version stays readable."""
    by = acting(request)
    found = find_minutes(by, meeting_id)
    refusal = refusal_at(correct_minutes.check, by, found)
    form = CorrectionForm(sent(request), copy_of(by, meeting_id))
    act = attempt(
        form,
        lambda: correct_minutes.correct_minutes(
            by, meeting_id, form.words(), form.cleaned_data["why"], form.cleaned_data["seen"]
        ),
    )
    if act is not None:
        return done(request, _CORRECTED, "minutes", meeting_id)
    context = {
        "meeting": found.meeting,
        "title": title_of(found.meeting),
        "heading": CORRECT,
        "refusal": refusal,
    }
    return draw(request, _PAGE, {**context, "form": form, "correcting": True}, form)
