"""What an agency's judgements have taught: the terms and weights of each item, version by version."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.inventory.finds.catalogue import read
from coretech.apps.inventory.models import Portfolio, TermModel
from coretech.apps.inventory.operations import learn_terms as learning
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.engines.matching.learning import from_data
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.finds.written import as_written
from coretech.web.sending import done, draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

_LEARNED = Sentence(
    "新版的詞彙權重已學成；之後讀入或重新比對的計畫組合依此計分。",
    "A new version is learned; portfolios taken or screened again from now on are scored with it.",
)
_COLUMNS = (
    Column(Sentence("詞", "Term")),
    Column(Sentence("權重", "Weight"), numeric=True),
    Column(Sentence("列入", "Accepted"), numeric=True),
    Column(Sentence("不列入", "Set aside"), numeric=True),
)


@require_http_methods(["GET", "HEAD", "POST"])
def term_models(request: HttpRequest, agency_code: str) -> HttpResponse:
    """The version asked for, the newest otherwise; and learning the next."""
    by = acting(request)
    agency = find_agency(by, agency_code)
    learning.check(by, agency.code)
    if request.method == "POST":
        once(lambda: learning.learn_terms(by, agency.code))
        return done(request, _LEARNED, "term_models", agency.code)
    versions = list(TermModel.objects.filter(agency=agency).select_related("by"))
    shown = _asked_for(request, versions)
    context = {
        "agency": agency,
        "name": agency.name_on(by.today),
        "versions": versions,
        "shown": shown,
        "columns": _COLUMNS,
        "items": [] if shown is None else _items(shown),
        "refusal": refusal_of(learning.check, by, agency.code),
    }
    return draw(request, "finds/terms.jinja", context)


def _asked_for(request: HttpRequest, versions: list[TermModel]) -> TermModel | None:
    asked = request.GET.get("version", "")
    if not asked:
        return versions[0] if versions else None
    found = next((each for each in versions if str(each.number) == asked), None)
    if found is None:
        raise not_found("沒有這個版本。", "There is no such version.")
    return found


def _items(shown: TermModel) -> list[tuple[str, list[list[object]]]]:
    """Each item by its name, with its terms."""
    catalogues = Portfolio.objects.filter(round__agency=shown.agency_id).values_list("catalogue", flat=True)
    names = {entry.key: say(entry.name) for catalogue in catalogues for entry in read(catalogue)}
    return [
        (
            names.get(item, item),
            [
                [as_written(each.term), f"{each.weight:+.2f}", each.accepted, each.rejected]
                for each in weights
            ],
        )
        for item, weights in from_data(shown.weights).items()
    ]
