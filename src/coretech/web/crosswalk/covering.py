"""How far each of two lists is covered by the other: a chart with its table, and the areas nothing stands for."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.lists.coverage import Area, Coverage, coverage
from coretech.apps.lists.mappings import between
from coretech.apps.lists.sides import Entry, Side
from coretech.apps.register.elsewhere import side_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.crosswalk.words import entry_link, localized
from coretech.web.opendata.answers import open_file
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

SVG = "image/svg+xml"
MOST = 40
"""More areas than this are too many bars; the table has them all."""
_LONGEST_LABEL = 24
_PARTS = (
    (Sentence("有對應", "mapped"), "#0f7a52", "#ffffff"),
    (Sentence("只有提議", "only proposed"), "#c9b458", "#14344f"),
    (Sentence("沒有對應", "not mapped"), "#9aa5ad", "#14344f"),
)
_COLUMNS = (
    Column(Sentence("領域", "Area")),
    *(Column(words, numeric=True) for words, _, _ in _PARTS),
    Column(Sentence("還沒有對應的項目", "Items without a counterpart")),
)


@require_safe
def crosswalk_coverage(request: HttpRequest, left_code: str, right_code: str) -> HttpResponse:
    """What of each list the other has, both ways. Public; HTTP 404 for no list."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    left, right = (side_of(code, by.today) for code in (left_code, right_code))
    cells = between(left, right)
    pair = [left_code, right_code]
    context = {
        "pair": pair,
        "matrix": reverse("crosswalk_matrix", args=pair),
        "columns": _COLUMNS,
        "ways": [
            {
                "found": found,
                "href": localized(found.side.address),
                "chart": reverse("crosswalk_coverage_chart", args=[found.side.code, found.by.code]),
                "rows": [_row(each, found.side) for each in found.areas],
                "drawn": len(found.areas) <= MOST,
            }
            for found in (coverage(left, right, cells), coverage(right, left, cells))
        ],
    }
    return render(request, "crosswalk/coverage.jinja", context)


@require_safe
def crosswalk_coverage_chart(request: HttpRequest, left_code: str, right_code: str) -> HttpResponse:
    """What of the left list the right one has, as SVG, drawn once for its figures. Public; HTTP 404 for no list."""
    by = acting(request)
    allow(by, Action.READ_REGISTER)
    left, right = (side_of(code, by.today) for code in (left_code, right_code))
    found = coverage(left, right, between(left, right))
    words = tuple(say(each) for each, _, _ in _PARTS)
    return open_file(request, _drawn(_bars(found), words, tr("項數", "Items")), SVG)


def _bars(found: Coverage) -> tuple[tuple[str, tuple[int, int, int]], ...]:
    """A bar for each area, no two of one name."""
    return tuple((_label(each, found.side), each.counts) for each in found.areas[:MOST])


def _label(area: Area, side: Side) -> str:
    name = _named(area, side)
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…"


def _named(area: Area, side: Side) -> str:
    """An area by its code and name; a sector of ours by its name alone."""
    return say(area.name) if side.is_register else f"{area.code} {say(area.name)}"


@lru_cache(maxsize=64)
def _drawn(bars: tuple[tuple[str, tuple[int, int, int]], ...], words: tuple[str, ...], axis: str) -> bytes:
    from coretech.engines.charts.shares import Part, shares  # noqa: PLC0415 - the drawing machine takes a while to load, and only charts need it

    parts = [Part(word, colour, figure) for word, (_, colour, figure) in zip(words, _PARTS, strict=True)]
    return shares([label for label, _ in bars], parts, [counts for _, counts in bars], axis).encode()


def _row(area: Area, side: Side) -> list[object]:
    return [_named(area, side), *area.counts, _listed(area.without)]


def _listed(entries: tuple[Entry, ...]) -> Markup:
    if not entries:
        return Markup("–")
    return Markup("<br>").join(entry_link(each) for each in entries)
