"""Answering one comment with its disposition."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Comment
from coretech.apps.cases.operations import dispose_comment
from coretech.apps.cases.queries import find_comment
from coretech.apps.cases.redaction import Finding, find_personal_data, told
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.notices.tags import DISPOSITIONS
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import both, say

_UNSAID = Sentence("未提供", "Not given")


class AnswerForm(forms.Form):
    """What became of the comment, why, and what of it is published."""

    published_text = forms.CharField(
        label=both("公開文字", "The comment as it is published"),
        help_text=both(
            "請刪除或遮蔽個人資料；其餘文字照原文。未處理前不公開。",
            "Take out personal data and leave the rest as it came. Nothing is published before the disposition.",
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=dispose_comment.LONGEST,
    )
    disposition = forms.ChoiceField(
        label=both("處理結果", "Disposition"),
        choices=[(value, both(tag.words.zh, tag.words.en)) for value, tag in DISPOSITIONS.items()],
        widget=forms.RadioSelect,
    )
    reply = forms.CharField(
        label=both("理由", "Reply"),
        help_text=both(
            "會與意見一併公開，請勿寫入個人資料。",
            "It is published with the comment; leave personal data out.",
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=dispose_comment.LONGEST,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def comment_answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The comment with who sent it, and the form for its answer; for the Office."""
    by = acting(request)
    found = find_comment(by, comment_id)
    form = AnswerForm(sent(request), initial={"published_text": found.text})
    if form.is_bound and attempt(
        form, lambda: dispose_comment.dispose_comment(by, found.pk, **form.cleaned_data)
    ):
        return done(request, Sentence("已登錄處理結果。", "The disposition has been recorded."), "comments")
    context = {
        "comment": found,
        "rows": _about(found),
        "disposition": DISPOSITIONS.get(found.disposition),
        "form": form,
        "flagged": told(found_data) if (found_data := _personal_data(found)) else None,
        "refusal": refusal_of(dispose_comment.check, by, found),
    }
    return draw(request, "cases/answer.jinja", context, form)


def _personal_data(comment: Comment) -> list[Finding]:
    """What the comment as it came holds that must not be published."""
    return find_personal_data(comment.text, comment.sender, comment.contact)


def _about(comment: Comment) -> list[tuple[Sentence, str]]:
    unsaid = say(_UNSAID)
    return [
        (Sentence("預告", "Pre-announcement"), comment.pre_announcement.document_number),
        (Sentence("收到", "Received"), both_dates(comment.received_at)),
        (Sentence("姓名或機構", "From"), comment.sender or unsaid),
        (Sentence("聯絡方式", "Contact"), comment.contact or unsaid),
    ]
