"""One technology: who leads, how far, how fast, where Taiwan stands; what to beware of comes first. Public."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape

from coretech.apps.watch.access import defines
from coretech.apps.watch.counts.alerts import alerts_of
from coretech.apps.watch.counts.countries import TAIWAN, country_name
from coretech.apps.watch.counts.figures import Share, find_counted, shares
from coretech.apps.watch.models import Counted
from coretech.apps.watch.queries import find_technology, newest_definition, query_text, ways_of
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.beside import beside
from coretech.web.watch.moved import moved_line
from coretech.web.watch.stands_for import signals_address, stands_for
from coretech.web.watch.words import (
    RISKS,
    SHARE_COLUMNS,
    country_link,
    denominators,
    growth_of,
    keeping,
    methods,
    percent,
    ranging,
    run_shown,
    share_cells,
    warned,
)

MOST_COUNTRIES = 15
COUNTRIES = (Column(Sentence("國家", "Country")), *SHARE_COLUMNS)
_YEARS = (
    Column(Sentence("年", "Year")),
    Column(Sentence("著作", "Works"), numeric=True),
    Column(Sentence("前10%", "Top 10 %"), numeric=True),
)
_INSTITUTIONS = (
    Column(Sentence("機構", "Institution")),
    Column(Sentence("國家", "Country")),
    Column(Sentence("前10%著作", "Top papers"), numeric=True),
)
_METHODS = (
    *("top10_share", "rank", "works", "works_fractional", "h_index"),
    *("leader", "lead_ratio", "hhi", "institutions_in_leader", "monopoly_risk", "growth"),
)


@require_safe
def watch_technology(request: HttpRequest, watch_code: str) -> HttpResponse:
    """A technology in the run shown. HTTP 404 for one that is not watched."""
    by, technology = acting(request), find_technology(watch_code)
    run = run_shown(request)
    counted = None if run is None else find_counted(run, watch_code)
    context: dict[str, object] = {
        "technology": technology,
        "run": run,
        "kept": keeping(request),
        "counted": counted,
        "defines": defines(by),
        "beside": beside(technology),
        "stands_for": list(stands_for(technology)),
        "signals": signals_address(by, technology),
    }
    if run is not None and counted is not None:
        context |= {**_figures(counted, keeping(request)), "methods": methods(run, _METHODS)}
    else:
        context["query"] = query_text(ways_of(newest_definition(technology)))
    return draw(request, "watch/technology.jinja", context)


def trend_of(counted: Counted) -> tuple[list[int], dict[str, list[int]]]:
    """Every year from the first to the last, and the works of the leader, the runner-up and Taiwan in each."""
    told = [year for year, _, _ in counted.years]
    years = list(range(min(told), max(told) + 1)) if told else []
    codes = [code for code in dict.fromkeys([counted.leader, counted.runner_up, TAIWAN]) if code]
    rows = {row.country: row for row in counted.countries.filter(country__in=codes)}
    lines = {}
    for code in codes:
        by_year = {year: works for year, works, _, _ in rows[code].years} if code in rows else {}
        lines[code] = [by_year.get(year, 0) for year in years]
    return years, lines


def _figures(counted: Counted, kept: str) -> dict[str, object]:
    found = shares(counted)
    years, lines = trend_of(counted)
    top = {year: most for year, _, most in counted.years}
    total = {year: works for year, works, _ in counted.years}
    return {
        "warnings": warned(counted),
        "moved": [moved_line(each, kept) for each in alerts_of(counted)],
        "query": query_text(ways_of(counted.definition)),
        "standing": _standing(counted, found, kept),
        "risk": RISKS.get(counted.monopoly_risk),
        "country_columns": COUNTRIES,
        "countries": [_country(each, kept) for each in found if _is_shown(each)],
        "more": sum(not _is_shown(each) for each in found),
        "year_columns": (*_YEARS, *(Column(country_name(code), numeric=True) for code in lines)),
        "years": [
            [str(year), total.get(year, 0), top.get(year, 0), *(line[place] for line in lines.values())]
            for place, year in enumerate(years)
        ],
        "institution_columns": _INSTITUTIONS,
        "institutions": [
            [escape(name) or "–", country_link(code, kept), works]
            for name, code, works in counted.institutions
        ],
        "denominators": denominators(counted),
    }


def _is_shown(each: Share) -> bool:
    return each.row.place <= MOST_COUNTRIES or each.row.country == TAIWAN


def _country(each: Share, kept: str) -> list[object]:
    name = country_link(each.row.country, kept)
    if each.row.country == TAIWAN:
        name = Markup("<strong>{}</strong>").format(name)
    return [name, *share_cells(each)]


def _standing(counted: Counted, found: list[Share], kept: str) -> list[tuple[Sentence, object]]:
    by_code = {each.row.country: each for each in found}
    rows: list[tuple[Sentence, object]] = [
        (Sentence("領先", "Leader"), _named(counted.leader, by_code, kept)),
        (Sentence("次位", "Runner-up"), _named(counted.runner_up, by_code, kept)),
        (Sentence("領先幅度", "How far ahead"), _ahead(counted)),
        (Sentence("臺灣", "Taiwan"), _taiwan(by_code.get(TAIWAN))),
        (Sentence("每年成長", "Growth a year"), growth_of(counted)),
        (
            Sentence("集中度（HHI）", "Concentration (HHI)"),
            "–" if counted.hhi is None else f"{counted.hhi:.3f}",
        ),
    ]
    inside = counted.institutions_in_leader
    if inside is not None and counted.institutions:
        ten = len(counted.institutions)
        said = tr(f"前{ten}個機構中{inside}個", f"{inside} of the first {ten}")
        rows.append((Sentence("屬領先國的機構", "Institutions in the leading country"), said))
    return rows


def _named(code: str, by_code: dict[str, Share], kept: str) -> Markup | str:
    if not code or code not in by_code:
        return tr("無：沒有國家有占比", "none: no country has a share")
    each = by_code[code]
    said = tr("{}，占{}（95%區間{}）", "{}, {} (95 % interval {})")
    return escape(said).format(
        country_link(code, kept), percent(each.row.top10_share), ranging(each.interval)
    )


def _ahead(counted: Counted) -> str:
    if counted.lead_ratio is not None:
        return tr(f"次位的{counted.lead_ratio:.1f}倍", f"{counted.lead_ratio:.1f} times the runner-up")
    return tr("沒有次位可比", "there is no runner-up") if counted.leader else "–"


def _taiwan(each: Share | None) -> str:
    if each is None:
        return tr("沒有著作", "no works")
    row, name = each.row, say(Sentence("著作", "works"))
    works = tr(f"{row.works:,}篇{name}", f"{row.works:,} {name}")
    if row.rank is None:
        return works
    return tr(
        f"第{row.rank}名，占{percent(row.top10_share)}（95%區間{ranging(each.interval)}），{works}",
        f"rank {row.rank}, {percent(row.top10_share)} (95 % interval {ranging(each.interval)}), {works}",
    )
