"""A new candidate: first what it is; for a change which item of the list, and what of it; then the rest."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.queries import key_used
from coretech.apps.cases.earlier import Earlier, earlier
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.apps.inventory.queries import require_reader
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.words import kind_name
from coretech.web.inventory.forms import AspectForm, CandidateForm, ItemForm, KindForm, Offer
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
        form = CandidateForm(sent(request), offer=Offer.to(by), kind=Candidate.Kind.IDENTIFY, listed=None)
        return _details(request, by, form, kind_name(Candidate.Kind.IDENTIFY, ""), None)
    return _change(request, by)


def _change(request: HttpRequest, by: Acting) -> HttpResponse:
    item = ItemForm(request.GET if "item" in request.GET else None, listed=in_force(by.today))
    if not item.is_valid():
        return draw(request, "inventory/question.jinja", {"form": item}, item)
    listed = item.chosen()
    aspect = AspectForm(
        request.GET if "aspect" in request.GET else None, initial={"item": str(listed.item.number)}
    )
    if not aspect.is_valid():
        return draw(request, "inventory/question.jinja", {"form": aspect, "listed": listed}, aspect)
    chosen = aspect.cleaned_data["aspect"]
    form = CandidateForm(sent(request), offer=Offer.to(by), kind=_CHANGE, listed=listed, aspect=chosen)
    return _details(request, by, form, kind_name(_CHANGE, chosen), listed)


def _details(
    request: HttpRequest, by: Acting, form: CandidateForm, kind: Sentence, listed: ItemVersion | None
) -> HttpResponse:
    """Ask the rest; where something like it came before, show that first and record it when it is sent again."""
    before = _before(by, form)
    if (before is None or form.cleaned_data["known"]) and attempt(
        form, lambda: record_candidate(by, form.found())
    ):
        recorded = Sentence(
            "已列入盤點，可以成案。", "The candidate is in the inventory; a case can be opened on it."
        )
        return done(request, recorded, "inventory")
    context = {"form": form, "kind": kind, "listed": listed, "earlier": before}
    return draw(request, "inventory/new.jinja", context, form)


def _before(by: Acting, form: CandidateForm) -> Earlier | None:
    """What came before a candidate that was sent, if anything did; a form sent twice does not come before itself."""
    if not form.is_valid() or key_used(by):
        return None
    found = form.found()
    before = earlier(by, found.name_zh, found.name_en, found.technology)
    return before if before.any else None
