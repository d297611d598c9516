"""Pre-announcing approved cases together, under one document number."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.cases.operations import pre_announce
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.joint import JointForm, waiting_for
from coretech.web.cases.steps import law_of
from coretech.web.sending import attempt, done, draw, row_of, sent
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both


class PreAnnouncementForm(JointForm):
    """Which cases, under which document, with how long for comments."""

    document_number = forms.CharField(label=both("預告文號", "Document number"), max_length=80)
    published_on = DayField(label=both("預告日期", "Day of the pre-announcement"))
    comments_until = DayField(label=both("意見截止日", "Last day for comments"))

    def draft(self) -> pre_announce.Draft:
        """The pre-announcement; for a valid form."""
        data = self.cleaned_data
        return pre_announce.Draft(
            self.chosen(), data["document_number"], data["published_on"], data["comments_until"]
        )


@require_http_methods(["GET", "HEAD", "POST"])
def case_pre_announce(request: HttpRequest) -> HttpResponse:
    """Choose the cases and publish them; for the Office."""
    by = acting(request)
    waiting = waiting_for(by, Step.PRE_ANNOUNCE, pre_announce.check)
    form = PreAnnouncementForm(sent(request), waiting=waiting, named=request.GET.getlist("case"))
    if form.is_bound and (act := attempt(form, lambda: pre_announce.pre_announce(by, form.draft()))):
        published = Sentence("已預告，意見徵求期間開始。", "Published; comments are now taken.")
        return done(request, published, "draft", row_of(act))
    context = {"form": form, "waiting": waiting, "law": law_of(Step.PRE_ANNOUNCE)}
    return draw(request, "cases/pre_announce.jinja", context, form)
