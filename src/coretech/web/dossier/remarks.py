"""Reviewers' remarks on a part: to make one, to read them, to answer them."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Remark
from coretech.apps.meetings.operations import remark, resolve_remark
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence
from coretech.web.dossier.opening import Opened, opened
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both


@dataclass(frozen=True, slots=True)
class Shown:
    """A remark with the name of whoever made it."""

    remark: Remark
    who: str


class RemarkForm(forms.Form):
    """A remark."""

    text = forms.CharField(label=both("審閱意見", "Your remark"), widget=forms.Textarea(attrs={"rows": 5}))


class ReplyForm(forms.Form):
    """The answer to one remark."""

    remark = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    reply = forms.CharField(label=both("回覆", "Your answer"), widget=forms.Textarea(attrs={"rows": 3}))


@require_http_methods(["GET", "HEAD", "POST"])
def case_part_remarks(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """The remarks on a part, with a form for a new one and one for each answer that is due."""
    part = opened(request, reference, name)
    form, reply = RemarkForm(sent(request)), ReplyForm(sent(request, "reply"))
    if form.is_bound and attempt(
        form, lambda: remark.remark(part.by, reference, name, form.cleaned_data["text"])
    ):
        said = Sentence("已送出審閱意見。", "Your remark has been sent.")
        return done(request, said, "case_part_remarks", reference, name)
    if reply.is_bound and attempt(reply, lambda: _answer(part, reply)):
        said = Sentence("已回覆審閱意見。", "The remark has been answered.")
        return done(request, said, "case_part_remarks", reference, name)
    context = part.frame | {
        "form": form,
        "reply": reply,
        "remarks": remarks_on(part),
        "closed_to_remarks": refusal_of(remark.check, part.by, part.case, name),
        "answering": refusal_of(resolve_remark.check, part.by, part.case, name) is None,
    }
    return draw(request, "dossier/remarks.jinja", context, form, reply)


def remarks_on(part: Opened) -> list[Shown]:
    """The remarks on all versions of a part that was opened, oldest first."""
    rows = Remark.objects.select_related("part", "account").filter(part__case=part.case, part__name=part.name)
    names = dict(
        Person.objects.filter(account__in=[row.account_id for row in rows]).values_list(
            "account_id", "name_zh"
        )
    )
    return [Shown(row, names.get(row.account_id, row.account.get_username())) for row in rows]


def _answer(part: Opened, form: ReplyForm) -> Act:
    given = form.cleaned_data
    return resolve_remark.resolve_remark(
        part.by, part.case.reference, part.name, given["remark"], given["reply"]
    )
