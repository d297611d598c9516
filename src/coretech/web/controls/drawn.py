"""Where a chip lies among the thresholds: in words, as a table, and as what the chart draws."""

import datetime as dt
from fractions import Fraction
from functools import lru_cache
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.engines.controls.facts import Facts
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.plane import Plane, Region, Side, plane
from coretech.engines.controls.wording import figure
from coretech.kit.refusal import Refused
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.controls.asked import CHIP, kind_of
from coretech.web.controls.figures_form import FiguresForm
from coretech.web.opendata.answers import open_file
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr

SVG = "image/svg+xml"
REGION_COLUMNS = (
    Column(Sentence("管制項目", "Item")),
    Column(Sentence("總處理效能（TPP）", "TPP")),
    Column(Sentence("效能密度（PD）", "Performance density")),
)
_NOTHING_TO_DRAW = Sentence(
    "沒有可畫的數字；請先填寫晶片的數字。", "There is nothing to draw; give the chip's figures."
)
_KEPT = 256
Words = tuple[str, str, str, str]


def laid(facts: Facts, day: dt.date) -> Plane | None:
    """The plane for a chip's other facts on a day; None for another kind, or where no rule of the day has one."""
    return plane(facts, bundled(), day) if facts.kind == CHIP else None


def where(of: Plane, day: dt.date) -> Sentence:
    """The chart in a sentence."""
    on = said(day)
    if of.chip_tpp is None:
        return Sentence(
            f"{on.zh}的門檻。這顆晶片的TPP還不知道，因此圖上沒有標出它。",
            f"The thresholds of {on.en}. The chip's TPP is not known, so that it is not drawn.",
        )
    tpp = figure(of.chip_tpp)
    if of.chip_pd is None:
        names = sorted({name for each in of.regions if _holds(each.tpp, of.chip_tpp) for name in each.met})
        listed = tr("、", ", ").join(names) or tr("無", "none")
        return Sentence(
            f"{on.zh}的門檻。TPP為{tpp}；面積不知道，所以畫成一條線，線上可能落入：{listed}。",
            f"The thresholds of {on.en}. TPP is {tpp}; the area is not known, so the chip is a line, which may lie in: "
            f"{listed}.",
        )
    inside = next((each for each in of.regions if _in(each, of)), None)
    names = [] if inside is None else list(inside.met)
    listed = tr("、", ", ").join(names) or tr("不受這些項目管制的區域", "a region that none of them controls")
    density = figure(of.chip_pd)
    return Sentence(
        f"{on.zh}的門檻。TPP為{tpp}、PD為{density}，落在：{listed}。",
        f"The thresholds of {on.en}. With TPP {tpp} and PD {density} the chip lies in: {listed}.",
    )


def _holds(ends: tuple[Fraction, Fraction], value: Fraction) -> bool:
    return ends[0] <= value < ends[1]


def _in(region: Region, of: Plane) -> bool:
    """Whether the chip is in a region; what lies below the plane counts as on its edge."""
    tpp, pd = of.chip_tpp, of.chip_pd
    if tpp is None or pd is None:
        return False
    return _holds(region.tpp, max(tpp, of.tpp.low)) and _holds(region.pd, max(pd, of.pd.low))


def region_rows(of: Plane) -> list[list[object]]:
    """The regions as a table: what controls a chip there, and between which figures."""
    return [
        [_named(each) or tr("無", "none"), _between(each.tpp, of.tpp), _between(each.pd, of.pd)]
        for each in sorted(of.regions, key=lambda each: (not (each.met or each.undecided), each.tpp, each.pd))
    ]


def _named(region: Region) -> str:
    undecided = [tr(f"{name}（未定）", f"{name} (open)") for name in region.undecided]
    return tr("、", ", ").join([*region.met, *undecided])


def _between(ends: tuple[Fraction, Fraction], side: Side) -> str:
    low, high = (figure(each) for each in ends)
    if ends[0] <= side.low:
        return tr("不限", "any") if ends[1] >= side.high else tr(f"未滿{high}", f"below {high}")
    if ends[1] >= side.high:
        return tr(f"{low}以上", f"{low} or more")
    return tr(f"{low}以上、未滿{high}", f"{low} or more, below {high}")


@require_safe
def controls_chip_chart(request: HttpRequest) -> HttpResponse:
    """TPP against performance density with the day's regions and the chip, as SVG. Public; HTTP 422 for bad figures.

    Without any figures it has the regions of today.
    """
    form, today = FiguresForm(kind_of(CHIP), request.GET), acting(request).today
    if not form.is_bound:
        of = laid(Facts(kind=CHIP), today)
    else:
        of = laid(form.facts, form.day(today)) if form.is_valid() and form.facts is not None else None
    if of is None:
        raise Refused(_NOTHING_TO_DRAW, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = (
        tr("總處理效能（TPP，對數）", "Total processing performance (TPP, log scale)"),
        tr("效能密度（PD，對數）", "Performance density (PD, log scale)"),
        tr("這顆晶片", "This chip"),
        tr("＋", " + "),
    )
    return open_file(request, _drawn(of, words, tr("？", " (?)")), SVG)


@lru_cache(maxsize=_KEPT)
def _drawn(of: Plane, words: Words, undecided: str) -> bytes:
    from coretech.engines.charts.regions import Axis, Rectangle, regions  # noqa: PLC0415 - the drawing machine takes a while to load, and only charts need it

    rectangles = [
        Rectangle(
            _floats(each.tpp),
            _floats(each.pd),
            words[3].join([*each.met, *(f"{name}{undecided}" for name in each.undecided)]),
        )
        for each in of.regions
    ]
    across, up = (
        Axis(said_, (float(side.low), float(side.high)), tuple(float(each) for each in side.limits))
        for said_, side in ((words[0], of.tpp), (words[1], of.pd))
    )
    here = tuple(None if each is None else float(each) for each in (of.chip_tpp, of.chip_pd))
    return regions(rectangles, across, up, (here[0], here[1]), words[2]).encode()


def _floats(ends: tuple[Fraction, Fraction]) -> tuple[float, float]:
    return float(ends[0]), float(ends[1])
