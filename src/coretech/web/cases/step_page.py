"""The page of one step of a case: where the case stands, what the law asks, and the form or why it is closed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import find_case
from coretech.apps.cases.states import Step
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.forms import SeenForm
from coretech.web.cases.steps import law_of
from coretech.web.cases.words import state_tag
from coretech.web.sending import attempt, done, draw, sent

F = TypeVar("F", bound=SeenForm)
_METHODS = ("GET", "HEAD", "POST")


def nothing_more(_by: Acting, _case: Case) -> Mapping[str, object]:
    """For pages that show the case and the form alone."""
    return {}


def frame_of(case: Case, step: Step) -> dict[str, object]:
    """What every page of a step shows above its form."""
    return {"case": case, "state": state_tag(case), "law": law_of(step)}


@dataclass(frozen=True, slots=True)
class StepPage(Generic[F]):
    """A view: ``check`` is asked for the button, ``run`` carries the step out, ``more`` is what else is shown.

    ``make`` gives a new form for a case, bound where something was sent.
    """

    step: Step
    template: str
    make: Callable[[Acting, Case, Mapping[str, object] | None], F]
    check: Callable[[Acting, Case], object]
    run: Callable[[Acting, Case, F], Act]
    afterwards: Sentence
    more: Callable[[Acting, Case], Mapping[str, object]] = nothing_more

    def __call__(self, request: HttpRequest, reference: str) -> HttpResponse:
        """Show the step, or take it and go back to the case."""
        if request.method not in _METHODS:
            return HttpResponseNotAllowed(_METHODS)
        by = acting(request)
        case = find_case(by, reference)
        form = self.make(by, case, sent(request))
        if form.is_bound and attempt(form, lambda: self.run(by, case, form)):
            return done(request, self.afterwards, "case", reference)
        refusal = refusal_of(self.check, by, case)
        context = frame_of(case, self.step) | {"form": form, "refusal": refusal} | dict(self.more(by, case))
        return draw(request, self.template, context, form)
