"""Trade in a technology's goods by partner, flow and year, from a table that was taken in. Public."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.watch.access import defines
from coretech.apps.watch.counts.countries import TAIWAN
from coretech.apps.watch.counts.tables import Narrowed, narrowed, traded
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.queries import find_technology
from coretech.engines.watching.beware import of_trade
from coretech.engines.watching.trade import Flow, Partner, Traded
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.drawing import CSV, SVG, stacked_chart, years_chart
from coretech.web.watch.table_words import FLOWS, counted_by, land, land_name, of_whole, short

_KIND = KeptTable.Kind.TRADE
_MOST, _DRAWN, _BOM, _LONGEST_YEAR = 15, 7, "\ufeff", 4
_SCALES = ((1e10, 1e9, ("十億", "billion ")), (1e7, 1e6, ("百萬", "million ")))
METHODS = (
    (
        Sentence("金額", "Value"),
        Sentence(
            "各對手國的列之合計，單位同原表；全球合計的列不與各國相加，只並列對照",
            "the sum over partners, in the table's own unit; rows for the whole world are set beside, never added",
        ),
    ),
    (
        Sentence("號列", "Codes of goods"),
        Sentence(
            "表中有該號列就用該號列，否則加總其下最粗的一層；同一貨品不重複計入",
            "the code itself where the table has it, else the highest level below it; no good is counted twice",
        ),
    ),
    (
        Sentence("占比", "Share"),
        Sentence("該流向各對手國合計中的比例", "of the sum over partners of that flow"),
    ),
)


@require_safe
def watch_trade(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Trade in a technology's goods, as the reporter in ``?reporter=`` tells it, partners of the year in ``?year=``."""
    technology = find_technology(watch_code)
    found = narrowed(technology, _KIND)
    context: dict[str, object] = {
        "technology": technology,
        "found": found,
        "defines": defines(acting(request)),
    }
    if found is not None:
        context |= trade_shown(found, *_asked(request))
    return draw(request, "watch/trade.jinja", context)


@require_safe
def watch_trade_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Value by year and flow."""
    found, made = _traded(request, watch_code)
    years = every_year(made)
    by, words = _scale(value for year in years for value in _sums(made, year).values())
    lines = tuple(
        (say(FLOWS[flow]), tuple(_sums(made, year).get(flow, 0.0) / by for year in years))
        for flow in made.flows
    )
    return open_file(request, years_chart(tuple(map(str, years)), lines, _axis(found, words)), SVG)


@require_safe
def watch_partners_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """The first partners of the year, a bar for each flow."""
    found, made = _traded(request, watch_code)
    first, rest = made.partners[:_DRAWN], made.partners[_DRAWN:]
    every = [sum(each.values.get(flow, 0.0) for each in made.partners) for flow in made.flows]
    by, words = _scale(every)
    parts = [(land_name(each.key), _of_flows(made, [each], by)) for each in first]
    if rest:
        parts.append((tr("其他", "Others"), _of_flows(made, rest, by)))
    flows = tuple(say(FLOWS[flow]) for flow in made.flows)
    return open_file(request, stacked_chart(flows, tuple(parts), _axis(found, words)), SVG)


@require_safe
def watch_trade_csv(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Partners of the year and sums by year, each row with the table it is from."""
    found, made = _traded(request, watch_code)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [
            "technology_id",
            "reporter",
            "year",
            "partner",
            "flow",
            "value",
            "unit",
            "table_sha256",
            "dated",
            "goods",
        ]
    )
    about = (found.table.unit, found.table.sha256, found.table.dated, " ".join(made.goods))
    for year, partner, flow, value in _rows(made):
        writer.writerow([watch_code, made.reporter, year, partner, flow, value, *about])
    return open_file(request, (_BOM + out.getvalue()).encode(), CSV, f"{watch_code}-trade.csv")


def trade_shown(found: Narrowed, reporter: str = "", year: int | None = None) -> dict[str, object]:
    """What a page shows of a table's trade."""
    made = traded(found, reporter, year)
    partners = {flow: sum(each.values.get(flow, 0.0) for each in made.partners) for flow in made.flows}
    return {
        "table": found.table,
        "made": made,
        "asked": f"?reporter={made.reporter}&year={made.year}" if made.year else "",
        "unit": found.table.unit or tr("單位同原表", "in the table's own unit"),
        "counted_by": counted_by(found),
        "warnings": [say(each) for each in of_trade(made, narrowed=bool(found.codes))],
        "reporter_name": land_name(made.reporter),
        "reporters": [(code, land_name(code)) for code in made.reporters],
        "choices_of_years": [(each, str(each)) for each in sorted(every_year(made), reverse=True)],
        "partner_columns": _partner_columns(made),
        "partners": [
            [
                land(each.key),
                *(cell for flow in made.flows for cell in _cells(each.values.get(flow), partners[flow])),
            ]
            for place, each in enumerate(made.partners)
            if place < _MOST or each.key == TAIWAN
        ],
        "more": max(len(made.partners) - _MOST, 0),
        "year_columns": _year_columns(made),
        "years": [_year(each, made) for each in every_year(made)],
        "methods": [(say(name), say(words)) for name, words in METHODS],
    }


def every_year(made: Traded) -> list[int]:
    """The years there is anything of, in order."""
    return sorted({*made.years, *made.world})


def latest(made: Traded) -> str:
    """The newest year's value of each flow, in words."""
    sums = {} if made.year is None else _sums(made, made.year)
    return tr("，", ", ").join(f"{say(FLOWS[flow])} {short(value)}" for flow, value in sums.items())


def _axis(found: Narrowed, scale: str) -> str:
    """What an axis measures, with its scale and unit."""
    measured = f"{scale}{found.table.unit}"
    return tr("金額", "Value") + (f" ({measured})" if measured else "")


def _scale(values: Iterable[float]) -> tuple[float, str]:
    """What values are divided by so that their figures fit beside an axis, and its word."""
    largest = max(values, default=0.0)
    return next(((by, tr(*words)) for least, by, words in _SCALES if largest >= least), (1.0, ""))


def _of_flows(made: Traded, partners: Iterable[Partner], by: float) -> tuple[float, ...]:
    some = list(partners)
    return tuple(sum(each.values.get(flow, 0.0) for each in some) / by for flow in made.flows)


def _sums(made: Traded, year: int) -> dict[Flow, float]:
    """By flow, the sum over partners; the table's own sum over the world where it names no partner."""
    return {**made.world.get(year, {}), **made.years.get(year, {})}


def _partner_columns(made: Traded) -> Sequence[Column]:
    pairs = [
        (Column(FLOWS[flow], numeric=True), Column(Sentence("占比", "Share"), numeric=True))
        for flow in made.flows
    ]
    return (Column(Sentence("對手國", "Partner")), *(each for pair in pairs for each in pair))


def _cells(value: float | None, whole: float) -> list[object]:
    return ["–", "–"] if value is None else [short(value), of_whole(value, whole)]


def _year_columns(made: Traded) -> Sequence[Column]:
    names = [Column(FLOWS[flow], numeric=True) for flow in made.flows]
    own = [
        Column(Sentence(f"表列全球{FLOWS[flow].zh}", f"{FLOWS[flow].en}: world, as given"), numeric=True)
        for flow in made.flows
        if any(flow in given for given in made.world.values())
    ]
    return (Column(Sentence("年", "Year")), *names, *own)


def _year(year: int, made: Traded) -> list[object]:
    sums, world = made.years.get(year, {}), made.world.get(year, {})
    given = [flow for flow in made.flows if any(flow in each for each in made.world.values())]
    found = [*(sums.get(flow) for flow in made.flows), *(world.get(flow) for flow in given)]
    return [str(year), *("–" if value is None else short(value) for value in found)]


def _rows(made: Traded) -> Iterator[tuple[object, str, str, float]]:
    for each in made.partners:
        yield from ((made.year, each.key, flow.value, value) for flow, value in each.values.items())
    for partner, by_year in (("*", made.years), ("WLD", made.world)):
        for year, values in by_year.items():
            yield from ((year, partner, flow.value, value) for flow, value in values.items())


def _asked(request: HttpRequest) -> tuple[str, int | None]:
    year = request.GET.get("year", "")
    is_year = year.isascii() and year.isdigit() and len(year) == _LONGEST_YEAR
    return request.GET.get("reporter", ""), int(year) if is_year else None


def _traded(request: HttpRequest, code: str) -> tuple[Narrowed, Traded]:
    found = narrowed(find_technology(code), _KIND)
    if found is None:
        raise not_found("這項技術還沒有貿易表。", "There is no table of trade for this technology yet.")
    return found, traded(found, *_asked(request))
