"""A new candidate: first what it is, then, for a change, which item of the list, then the rest."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.inventory.queries import require_reader
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.words import KINDS
from coretech.web.inventory.forms import CandidateForm, ItemForm, KindForm, Offer
from coretech.web.sending import attempt, done, draw, sent

_CHANGE = Candidate.Kind.CHANGE


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_new(request: HttpRequest) -> HttpResponse:
    """One question a page; the address carries the answers until the last page sends them all."""
    by = acting(request)
    require_reader(by)
    kind = KindForm(request.GET if "kind" in request.GET else None)
    if not kind.is_valid():
        return draw(request, "inventory/question.jinja", {"form": kind}, kind)
    if kind.cleaned_data["kind"] != _CHANGE:
        return _details(request, by, Candidate.Kind.IDENTIFY, None)
    listed = in_force(by.today)
    item = ItemForm(request.GET if "item" in request.GET else None, listed=listed)
    if not item.is_valid():
        return draw(request, "inventory/question.jinja", {"form": item}, item)
    return _details(request, by, _CHANGE, item.chosen())


def _details(
    request: HttpRequest, by: Acting, kind: Candidate.Kind, listed: ItemVersion | None
) -> HttpResponse:
    form = CandidateForm(sent(request), offer=Offer.to(by), kind=kind, listed=listed)
    if form.is_bound and attempt(form, lambda: record_candidate(by, form.found())):
        recorded = Sentence(
            "已列入盤點，可以成案。", "The candidate is in the inventory; a case can be opened on it."
        )
        return done(request, recorded, "inventory")
    context = {"form": form, "kind": KINDS[kind], "listed": listed}
    return draw(request, "inventory/new.jinja", context, form)
