"""The list through time: a table for everybody, and the same as a drawing without any script."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import ENDING
from coretech.apps.register.through_time import Lane, lanes
from coretech.kit.roc import roc_year
from coretech.web.acting import acting
from coretech.web.register.words import change_name
from coretech.web.shell.dates import words_of_date
from coretech.web.shell.words import language, say, tr

WIDTH, LEFT, RIGHT = 960, 340, 30
TOP, ROW, HEAD = 40, 26, 34
_LONGEST_ZH, _LONGEST_EN = 19, 36
_LEAST = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Mark:
    """A change, where it is drawn and what it was."""

    x: float
    ends: bool
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell on the list, from one edge to another."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """An item: its line in the table and its lane in the drawing, ``y`` being the lane's middle."""

    number: int
    name: str
    short: str
    href: str
    listed: bool
    steps: tuple[str, ...]
    y: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """The items of a sector; ``y`` is the base line of its name."""

    name: str
    y: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The first day of a year, where it is drawn."""

    x: float
    words: str


class Scale:
    """From days to places between the edges; a list that is young gets a year all the same."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        """Let these be the edges."""
        self.first, self.last = first, max(last, first + _LEAST)

    def __call__(self, day: dt.date) -> float:
        """Where a day is drawn."""
        share = (min(day, self.last) - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def years(self) -> list[Year]:
        """The years that begin between the edges; of many, as many as have room."""
        firsts = [dt.date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1)]
        step = -(-len(firsts) // 10) or 1
        return [
            Year(self(day), tr(f"{roc_year(day.year)}年（{day.year}）", str(day.year)))
            for day in firsts[::step]
        ]


@require_safe
def register_timeline(request: HttpRequest) -> HttpResponse:
    """Each item's changes in order, as a table and drawn, sector by sector. Public."""
    today, found = acting(request).today, lanes()
    days = [version.valid_from for lane in found for version in lane.versions]
    scale = Scale(min(days, default=today), max([today, *days]))
    sectors = _sectors(found, scale)
    context = {
        "today": today,
        "today_at": scale(today),
        "years": scale.years(),
        "sectors": sectors,
        "count": len(found),
        "width": WIDTH,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "top": TOP,
        "bottom": TOP + len(sectors) * HEAD + len(found) * ROW,
    }
    return render(request, "register/timeline.jinja", context)


def _sectors(found: Sequence[Lane], scale: Scale) -> list[Sector]:
    sectors: list[Sector] = []
    y = float(TOP)
    for _, group in groupby(found, key=lambda lane: lane.newest.sector.order):
        of_sector = list(group)
        rows = tuple(
            _row(lane, scale, y + HEAD + place * ROW + ROW / 2) for place, lane in enumerate(of_sector)
        )
        sectors.append(Sector(say(of_sector[0].newest.sector.name), y + HEAD - 10, rows))
        y += HEAD + len(of_sector) * ROW
    return sectors


def _row(lane: Lane, scale: Scale, y: float) -> Row:
    number, name = lane.newest.item.number, say(lane.newest.name)
    longest = _LONGEST_EN if language() == "en" else _LONGEST_ZH
    return Row(
        number=number,
        name=name,
        short=name if len(name) <= longest else f"{name[: longest - 1]}…",
        href=reverse("register_item", args=[number]),
        listed=lane.newest.change not in ENDING,
        steps=tuple(_step(version) for version in lane.versions),
        y=y,
        bars=tuple(
            Bar(scale(spell.since), round(scale(spell.until or scale.last) - scale(spell.since), 1))
            for spell in lane.spells
        ),
        marks=tuple(
            Mark(scale(version.valid_from), version.change in ENDING, f"{number} {_step(version)}")
            for version in lane.versions
        ),
    )


def _step(version: ItemVersion) -> str:
    day, what = words_of_date(version.valid_from), say(change_name(version))
    return tr(f"{day}{what}：{version.name_zh}", f"{day}, {what.lower()}: {version.name_en}")
