"""A technology's patents by country of applicant, office, class and year, from a table that was taken in. Public."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.watch.access import defines
from coretech.apps.watch.counts.countries import TAIWAN
from coretech.apps.watch.counts.tables import Narrowed, narrowed, patented
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.queries import find_technology
from coretech.engines.watching.beware import of_patents
from coretech.engines.watching.patents import Part, Patented
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.drawing import CSV, SVG, stacked_chart, years_chart
from coretech.web.watch.table_words import counted_by, land, land_name, of_whole, office_name

_KIND = KeptTable.Kind.PATENTS
_MOST, _OFFICES, _BOM = 15, 7, "\ufeff"
_PATENTS = Column(Sentence("件數", "Patents"), numeric=True)
_SHARE = Column(Sentence("占比", "Share"), numeric=True)
COUNTRIES = (
    Column(Sentence("申請人國別", "Country of applicant")),
    _PATENTS,
    Column(Sentence("分數計數", "Fractional"), numeric=True),
    _SHARE,
)
OFFICES = (Column(Sentence("受理局", "Office")), _PATENTS, _SHARE)
CLASSES = (Column(Sentence("分類（次類）", "Class (subclass)")), _PATENTS)
METHODS = (
    (
        Sentence("件數", "Patents"),
        Sentence(
            "不重複的專利；一件有數國或數類者各列都計，各列不可相加",
            "distinct patents; one of several countries or classes counts in each row, so rows do not add up",
        ),
    ),
    (
        Sentence("分數計數", "Fractional"),
        Sentence(
            "每件為1，由其申請人國別均分；各列可相加",
            "a patent is 1, shared equally by its countries; rows add up",
        ),
    ),
    (
        Sentence("占比", "Share"),
        Sentence(
            "國別：分數計數 ÷ 有申請人國別的件數；受理局：件數 ÷ 全部件數",
            "of countries: fractional ÷ patents that name a country; of offices: patents ÷ all of them",
        ),
    ),
)


@require_safe
def watch_patents(request: HttpRequest, watch_code: str) -> HttpResponse:
    """A technology's patents. HTTP 404 for a technology that is not watched."""
    technology = find_technology(watch_code)
    found = narrowed(technology, _KIND)
    context: dict[str, object] = {
        "technology": technology,
        "found": found,
        "defines": defines(acting(request)),
    }
    if found is not None:
        context |= patents_shown(found)
    return draw(request, "watch/patents.jinja", context)


@require_safe
def watch_patents_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Patents by year of the first two countries and of Taiwan."""
    _, made = _patented(watch_code)
    years, lines = by_year(made)
    drawn = tuple((land_name(key), tuple(map(float, line))) for key, line in lines.items())
    return open_file(request, years_chart(tuple(map(str, years)), drawn, tr("專利件數", "Patents")), SVG)


@require_safe
def watch_offices_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Patents by year and office, the smaller offices together."""
    _, made = _patented(watch_code)
    years = _every_year(made)
    parts = tuple((name, tuple(map(float, line))) for name, line in _by_office(made, years))
    return open_file(request, stacked_chart(tuple(map(str, years)), parts, tr("專利件數", "Patents")), SVG)


@require_safe
def watch_patents_csv(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Countries, offices, classes and years of the patents in one table, each row with the table it is from."""
    found, made = _patented(watch_code)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["technology_id", "by", "key", "patents", "patents_fractional", "table_sha256", "dated", "counted"]
    )
    about = (found.table.sha256, found.table.dated, " ".join(found.codes) or "all")
    for by, key, patents, fractional in _rows(made):
        writer.writerow([watch_code, by, key, patents, fractional, *about])
    return open_file(request, (_BOM + out.getvalue()).encode(), CSV, f"{watch_code}-patents.csv")


def patents_shown(found: Narrowed) -> dict[str, object]:
    """What a page shows of a table's patents."""
    made = patented(found)
    years, lines = by_year(made)
    year = (Column(Sentence("年", "Year")), _PATENTS)
    return {
        "table": found.table,
        "made": made,
        "counted_by": counted_by(found),
        "warnings": [say(each) for each in of_patents(made, narrowed=bool(found.codes))],
        "standing": standing(made),
        "country_columns": COUNTRIES,
        "countries": [_country(each, made) for each in _first(made.countries)],
        "more": max(len(made.countries) - _MOST, 0),
        "office_columns": OFFICES,
        "offices": [
            [office_name(each.key), f"{each.patents:,}", of_whole(each.patents, made.patents)]
            for each in made.offices[:_MOST]
        ],
        "class_columns": CLASSES,
        "classes": [[each.key, f"{each.patents:,}"] for each in made.classes[:_MOST]],
        "year_columns": (*year, *(Column(_both(key), numeric=True) for key in lines)),
        "years": [
            [str(each), f"{made.years.get(each, 0):,}", *(f"{line[place]:,}" for line in lines.values())]
            for place, each in enumerate(years)
        ],
        "methods": [(say(name), say(words)) for name, words in METHODS],
    }


def standing(made: Patented) -> Sequence[tuple[Sentence, object]]:
    """Who has most, and where Taiwan stands."""
    places = {each.key: place for place, each in enumerate(made.countries, start=1)}
    first = made.countries[0] if made.countries else None
    own = next((each for each in made.countries if each.key == TAIWAN), None)
    none = tr("沒有", "none")
    return [
        (Sentence("專利", "Patents"), f"{made.patents:,}"),
        (Sentence("申請人最多", "Most applicants from"), none if first is None else _told(first, made)),
        (
            Sentence("臺灣", "Taiwan"),
            none
            if own is None
            else tr(f"第{places[TAIWAN]}名，", f"rank {places[TAIWAN]}, ") + _told(own, made, named=False),
        ),
    ]


def by_year(made: Patented) -> tuple[list[int], Mapping[str, list[int]]]:
    """Every year from the first to the last, and in each the patents of the first two countries and of Taiwan."""
    years = _every_year(made)
    own = [each for each in made.countries if each.key == TAIWAN]
    chosen = {each.key: each for each in (*made.countries[:2], *own)}
    return years, {key: [each.years.get(year, 0) for year in years] for key, each in chosen.items()}


def _told(each: Part, made: Patented, *, named: bool = True) -> str:
    share = of_whole(each.fractional, made.with_country)
    name = f"{land_name(each.key)}{tr('，', ', ')}" if named else ""
    return name + tr(f"{each.patents:,}件（占{share}）", f"{each.patents:,} ({share})")


def _country(each: Part, made: Patented) -> list[object]:
    share = of_whole(each.fractional, made.with_country)
    return [land(each.key), f"{each.patents:,}", f"{each.fractional:,.1f}", share]


def _first(parts: Sequence[Part]) -> list[Part]:
    """The first, and Taiwan wherever it stands."""
    return [each for place, each in enumerate(parts) if place < _MOST or each.key == TAIWAN]


def _both(key: str) -> Sentence:
    return Sentence(land_name(key), land_name(key))


def _every_year(made: Patented) -> list[int]:
    return list(range(min(made.years), max(made.years) + 1)) if made.years else []


def _by_office(made: Patented, years: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    for each in made.offices[:_OFFICES]:
        yield office_name(each.key), [each.years.get(year, 0) for year in years]
    if rest := made.offices[_OFFICES:]:
        yield tr("其他", "Others"), [sum(each.years.get(year, 0) for each in rest) for year in years]


def _rows(made: Patented) -> Iterator[tuple[str, object, int, float | str]]:
    for by, parts in (("country", made.countries), ("office", made.offices), ("class", made.classes)):
        yield from ((by, each.key, each.patents, each.fractional) for each in parts)
    yield from (("year", year, many, "") for year, many in made.years.items())


def _patented(code: str) -> tuple[Narrowed, Patented]:
    found = narrowed(find_technology(code), _KIND)
    if found is None:
        raise not_found("這項技術還沒有專利表。", "There is no table of patents for this technology yet.")
    return found, patented(found)
