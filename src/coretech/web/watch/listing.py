"""Technologies that are watched, what changed first, with what to beware of. Public."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.watch.access import defines, keeps
from coretech.apps.watch.counts.alerts import Compared, compared
from coretech.apps.watch.counts.figures import Standing, standings
from coretech.apps.watch.counts.runs import run_before, runs
from coretech.apps.watch.models import Run
from coretech.apps.watch.queries import technologies
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr
from coretech.web.watch.words import (
    ORIGINS,
    country_link,
    keeping,
    percent,
    run_shown,
    technology_link,
    warning_tags,
)

_COLUMNS = (
    Column(Sentence("技術", "Technology")),
    Column(Sentence("著作", "Works"), numeric=True),
    Column(Sentence("領先", "Leader")),
    Column(Sentence("領先者占比", "Its share"), numeric=True),
    Column(Sentence("臺灣名次", "Taiwan’s rank"), numeric=True),
    Column(Sentence("臺灣占比", "Taiwan’s share"), numeric=True),
    Column(Sentence("年成長", "Growth a year"), numeric=True),
    Column(Sentence("判讀注意", "Beware")),
)
_NAMES = (Column(Sentence("技術", "Technology")), Column(Sentence("定義版本", "Definition"), numeric=True))


@dataclass(frozen=True, slots=True)
class Group:
    """Technologies under a heading: a row for each that something was found for, and links to the others."""

    name: Sentence
    rows: list[list[object]]
    empty: list[Markup]


@require_safe
def watch(request: HttpRequest) -> HttpResponse:
    """Every technology: those that moved first, and in each group last those that nothing was found for."""
    by = acting(request)
    run = run_shown(request)
    before = None if run is None else run_before(run)
    moved = None if run is None or before is None else compared(before, run)
    context = {
        "run": run,
        "kept": keeping(request),
        "moved": moved,
        "columns": _COLUMNS,
        "groups": [] if run is None else list(_groups(run, moved, keeping(request))),
        "name_columns": _NAMES,
        "names": [(technology_link(each), each.newest) for each in technologies()] if run is None else [],
        "waiting": runs().filter(state__in=[Run.State.WAITING, Run.State.HELD]).first(),
        "defines": defines(by),
        "keeps": keeps(by),
    }
    return draw(request, "watch/watch.jinja", context)


def _groups(run: Run, moved: Compared | None, kept: str) -> Iterator[Group]:
    found = standings(run)
    changed = set() if moved is None else {each.technology.pk for each in moved.alerts}
    news = [each for each in found if each.counted.technology_id in changed]
    if news:
        yield Group(
            Sentence("有變動的技術", "Technologies that moved"), [_row(each, kept) for each in news], []
        )
    rest = [each for each in found if each.counted.technology_id not in changed]
    for origin, name in ORIGINS.items():
        of = [each for each in rest if each.counted.technology.origin == origin]
        rows = [_row(each, kept) for each in of if each.counted.works]
        empty = [technology_link(each.counted.technology, kept) for each in of if not each.counted.works]
        if of:
            yield Group(name, rows, empty)


def _row(each: Standing, kept: str) -> list[object]:
    counted, taiwan = each.counted, each.taiwan
    leading = each.leader is not None and bool(counted.leader)
    return [
        technology_link(counted.technology, kept),
        f"{counted.works:,}",
        country_link(counted.leader, kept),
        percent(each.leader.top10_share) if leading and each.leader else "–",
        _rank(taiwan.rank if taiwan else None),
        percent(taiwan.top10_share) if taiwan else "–",
        "–" if counted.growth is None else f"{100 * counted.growth:+.1f}%",
        warning_tags(counted),
    ]


def _rank(rank: int | None) -> str:
    return tr("無", "none") if rank is None else str(rank)
