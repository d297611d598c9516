"""Proposing again what ended without approval, and bringing an approved case back to the council: both ask only why."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations import reopen_case, return_to_council
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.step_page import StepPage, frame_of
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import both


class WhyForm(SeenForm):
    """Why."""

    why = forms.CharField(
        label=both("理由", "Why"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


def _make(_by: Acting, case: Case, data: Mapping[str, object] | None) -> WhyForm:
    return WhyForm(data, initial={"seen": case.lock})


def _return(by: Acting, case: Case, form: WhyForm) -> Act:
    return return_to_council.return_to_council(by, case.reference, form.words("why"), seen=form.version_seen)


RETURN_PAGE = StepPage(
    step=Step.RETURN_TO_COUNCIL,
    template="cases/council_again.jinja",
    make=_make,
    check=return_to_council.check,
    run=_return,
    afterwards=Sentence(
        "已送回審議會，可再排入議程。", "The case is back with the council and can go on an agenda again."
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
def case_reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Open the case that follows this one, and go to it."""
    by = acting(request)
    case = find_case(by, reference)
    form = _make(by, case, sent(request))
    act = attempt(form, lambda: _reopen(by, case, form)) if form.is_bound else None
    if act is not None:
        new = act.subject.split("/")[1]
        opened = Sentence(f"已另立新案，編號{new}。", f"A new case follows: {new}.")
        return done(request, opened, "case", new)
    context = frame_of(case, Step.REOPEN) | {
        "form": form,
        "refusal": refusal_of(reopen_case.check, by, case),
    }
    return draw(request, "cases/reopen.jinja", context, form)


def _reopen(by: Acting, case: Case, form: WhyForm) -> Act:
    return reopen_case.reopen_case(by, case.reference, form.words("why"), seen=form.version_seen)
