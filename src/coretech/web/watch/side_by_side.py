"""Two technologies side by side: who leads in each, how far and how fast, and what countries have in both. Public."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape

from coretech.apps.watch.counts.countries import TAIWAN
from coretech.apps.watch.counts.figures import Share, counted_in, shares
from coretech.apps.watch.models import Counted
from coretech.kit.sentence import Sentence
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.words import (
    RISKS,
    country_link,
    growth_of,
    keeping,
    methods,
    percent,
    ranging,
    run_shown,
    technology_link,
    warning_tags,
)

MOST = 10
_METHODS = ("top10_share", "leader", "lead_ratio", "hhi", "monopoly_risk", "growth")


@require_safe
def watch_technologies(request: HttpRequest) -> HttpResponse:
    """Two technologies of the run; which, is in ``?a=&b=``, by default the two with most works."""
    run, kept = run_shown(request), keeping(request)
    found = [] if run is None else [each for each in counted_in(run) if each.works]
    pair = _chosen(request, found)
    context = {
        "run": run,
        "kept": kept,
        "choices": [(each.technology.code, say(each.technology.name)) for each in found],
        "pair": pair,
        "chosen": [each.technology.code for each in pair],
        "columns": _columns(Sentence("指標", "Indicator"), pair),
        "rows": _indicators(pair, kept),
        "country_columns": _columns(Sentence("國家", "Country"), pair),
        "countries": _countries(pair, kept),
        "methods": [] if run is None else methods(run, _METHODS),
    }
    return draw(request, "watch/technologies.jinja", context)


def _chosen(request: HttpRequest, found: Sequence[Counted]) -> list[Counted]:
    by_code = {each.technology.code: each for each in found}
    most = sorted(found, key=lambda each: -each.works)
    first = by_code.get(request.GET.get("a", "")) or (most[0] if most else None)
    rest = [each for each in most if each is not first]
    second = by_code.get(request.GET.get("b", "")) or (rest[0] if rest else None)
    return [each for each in (first, second) if each is not None]


def _columns(first: Sentence, pair: Sequence[Counted]) -> list[Column]:
    return [Column(first), *(Column(each.technology.name) for each in pair)]


def _indicators(pair: Sequence[Counted], kept: str) -> list[list[object]]:
    rows: list[tuple[Sentence, list[object]]] = [
        (Sentence("技術頁", "Its page"), [technology_link(each.technology, kept) for each in pair]),
        (Sentence("著作", "Works"), [f"{each.works:,}" for each in pair]),
        (Sentence("領先", "Leader"), [country_link(each.leader, kept) for each in pair]),
        (Sentence("次位", "Runner-up"), [country_link(each.runner_up, kept) for each in pair]),
        (Sentence("領先幅度", "How far ahead"), [_ahead(each) for each in pair]),
        (Sentence("集中度（HHI）", "Concentration (HHI)"), [_three(each.hhi) for each in pair]),
        (Sentence("壟斷風險", "Risk of a monopoly"), [_risk(each) for each in pair]),
        (Sentence("每年成長", "Growth a year"), [growth_of(each) for each in pair]),
        (Sentence("判讀注意", "Beware"), [warning_tags(each) for each in pair]),
    ]
    return [[say(name), *cells] for name, cells in rows]


def _countries(pair: Sequence[Counted], kept: str) -> list[list[object]]:
    """The countries that rank first in one of the two, and Taiwan, with the share and its interval in both."""
    both = [{each.row.country: each for each in shares(counted)} for counted in pair]
    first = [code for found in both for code in list(found)[:MOST]]
    codes = [code for code in dict.fromkeys([*first, TAIWAN]) if any(code in found for found in both)]
    return [[country_link(code, kept), *(_share(found.get(code)) for found in both)] for code in codes]


def _share(each: Share | None) -> Markup | str:
    if each is None or each.interval is None:
        return "–"
    said = Markup('{}<br><span class="govuk-body-s">{}</span>')
    return said.format(escape(percent(each.row.top10_share)), ranging(each.interval))


def _ahead(counted: Counted) -> str:
    if counted.lead_ratio is None:
        return "–"
    return tr(f"次位的{counted.lead_ratio:.1f}倍", f"{counted.lead_ratio:.1f} times the runner-up")


def _three(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _risk(counted: Counted) -> str:
    risk = RISKS.get(counted.monopoly_risk)
    return "–" if risk is None else say(risk.words)
