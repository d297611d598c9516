"""From an assessment to the candidate it proposes: what of a listed item should change, then the form, filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.queries import key_used
from coretech.apps.cases.earlier import Earlier, earlier
from coretech.apps.inventory.models import Candidate
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.apps.watch.models import Assessment
from coretech.apps.watch.operations.propose_assessed import check, propose_assessed
from coretech.apps.watch.scanning.assessing import find_assessment
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.cases.words import kind_name
from coretech.web.inventory.forms import AspectForm, CandidateForm, Offer
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.words import tr

_RECORDED = Sentence(
    "已列入盤點，可以成案；評估已附記於候選項目。",
    "The candidate is in the inventory and names the assessment; a case can be opened on it.",
)
_LONGEST_NAME = 200
_LONGEST_WHY = 5_000


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_propose(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The candidate's form with the assessment's words; first what should change, where the item is listed."""
    by = acting(request)
    row = find_assessment(by, assessment_id)
    check(by, row)
    listed = _listed(by, row)
    if listed is None:
        return _details(request, by, Proposal(row))
    given = request.GET if "aspect" in request.GET else None
    aspect = AspectForm(given, initial={"item": str(listed.item.number)})
    if not aspect.is_valid():
        return draw(request, "inventory/question.jinja", {"form": aspect, "listed": listed}, aspect)
    return _details(request, by, Proposal(row, listed, aspect.cleaned_data["aspect"]))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: something new, or a change of an ``aspect`` of an item that is listed."""

    row: Assessment
    listed: ItemVersion | None = None
    aspect: str = ""

    @property
    def kind(self) -> Candidate.Kind:
        """What would be asked of the council."""
        return Candidate.Kind.IDENTIFY if self.listed is None else Candidate.Kind.CHANGE


def _details(request: HttpRequest, by: Acting, of: Proposal) -> HttpResponse:
    """The form; where something like it came before, that is shown first and it is recorded when sent again."""
    form = CandidateForm(sent(request), offer=Offer.to(by), kind=of.kind, listed=of.listed, aspect=of.aspect)
    form.initial = {**form.initial, **_filled_in(of)}
    before = _before(by, form)
    if (before is None or form.cleaned_data["known"]) and attempt(
        form, lambda: propose_assessed(by, of.row.pk, form.found())
    ):
        return done(request, _RECORDED, "inventory")
    context = {"form": form, "kind": kind_name(of.kind, of.aspect), "listed": of.listed, "earlier": before}
    return draw(request, "inventory/new.jinja", context, form)


def _listed(by: Acting, row: Assessment) -> ItemVersion | None:
    """The item in force that the assessment is about, if it is about one."""
    return next((each for each in in_force(by.today) if f"item-{each.item.number}" == row.topic), None)


def _filled_in(of: Proposal) -> Mapping[str, str]:
    """The assessment's words and sources; the names of what is not listed yet, the ground of a change."""
    why = _why(of.row)
    if of.listed is None:
        return {"name_zh": of.row.zh[:_LONGEST_NAME], "name_en": of.row.en, "why": why}
    return {"ground": Candidate.Ground.ENVIRONMENT_CHANGED.value, "why": why}


def _why(row: Assessment) -> str:
    """The reasons, then a line for each source."""
    rests_on = tr("依據：", "It rests on:")
    sources = (
        tr(f"・{each['zh']}（{each['source_zh']}）", f"- {each['en']} ({each['source_en']})")
        for each in row.sources
    )
    lines = chain([row.reasons], [rests_on] if row.sources else [], sources)
    return "\n".join(lines)[:_LONGEST_WHY]


def _before(by: Acting, form: CandidateForm) -> Earlier | None:
    """What came before a candidate that was sent, if anything did; a form sent twice does not come before itself."""
    if not form.is_valid() or key_used(by):
        return None
    found = form.found()
    before = earlier(by, found.name_zh, found.name_en, found.technology)
    return before if before.any else None
