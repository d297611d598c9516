"""The technologies that watch something, as that thing's own page names them: each with where it stands in a line.

What was counted is for anybody; the newest signal and the newest assessment are for whoever reads signals.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.watch.counts.countries import country_name
from coretech.apps.watch.counts.figures import Standing, standing_of
from coretech.apps.watch.counts.runs import current_run
from coretech.apps.watch.models import Run, WatchedTechnology
from coretech.apps.watch.scanning.assessing import assessments_of
from coretech.apps.watch.signals.gathering import require_reader, stream
from coretech.apps.watch.signals.topics import Topic, topic_of
from coretech.kit.clock import TAIPEI
from coretech.web.shell.dates import both_dates
from coretech.web.shell.words import say, tr, upfirst
from coretech.web.signals.words import day_of, kind_tag, linked, verdict_tag
from coretech.web.watch.words import percent, technology_link, warning_tags

_RUN = Markup('<a class="govuk-link" href="{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Watched:
    """A technology with its standing, where that was counted, and what its signals say to whoever reads them."""

    name: Markup
    standing: str
    counted: Markup
    told: tuple[Markup, ...]


def watched_by(by: Acting, found: Iterable[WatchedTechnology]) -> list[Watched]:
    """Technologies with where each stands in the run that pages show."""
    run, reads = current_run(), refusal_of(require_reader, by) is None
    return [
        Watched(
            technology_link(each),
            _standing(None if run is None else standing_of(run, each)),
            _counted(run),
            tuple(_told(by, topic_of(each))) if reads else (),
        )
        for each in found
    ]


def _standing(found: Standing | None) -> str:
    """Who leads, where Taiwan stands, how fast it grows, and what to beware of."""
    if found is None:
        return tr("尚未計算。", "Nothing was counted yet.")
    if not found.counted.works:
        return tr("這份快照沒有符合的著作。", "No work of the snapshot matches it.")
    parts = [_leader(found), _taiwan(found), _trend(found)]
    if found.counted.warnings:
        beware = warning_tags(found.counted)
        parts.append(tr(f"判讀注意：{beware}", f"beware: {beware}"))
    return upfirst(tr("；", "; ").join(parts)) + tr("。", ".")


def _leader(found: Standing) -> str:
    code = found.counted.leader
    if not code or found.leader is None:
        return tr("沒有國家領先", "no country leads")
    name, held = country_name(code), percent(found.leader.top10_share)
    return tr(f"領先：{name.zh}（占{held}）", f"leader: {name.en} ({held})")


def _taiwan(found: Standing) -> str:
    row = found.taiwan
    if row is None:
        return tr("臺灣：沒有著作", "Taiwan: no works")
    if row.rank is None:
        return tr(f"臺灣：{row.works:,}篇", f"Taiwan: {row.works:,} works")
    held = percent(row.top10_share)
    return tr(f"臺灣：第{row.rank}名（占{held}）", f"Taiwan: rank {row.rank} ({held})")


def _trend(found: Standing) -> str:
    rate = found.counted.growth
    if rate is None:
        return tr("趨勢：著作太少，無法估計", "trend: too few works to tell")
    return tr(f"趨勢：每年{100 * rate:+.1f}%", f"trend: {100 * rate:+.1f}% a year")


def _counted(run: Run | None) -> Markup:
    """Where the figures come from, and what they are not good for."""
    if run is None:
        return Markup()
    of = run.snapshot
    source = _RUN.format(
        reverse("watch_run", args=[run.pk]),
        tr(f"{of.source}，{of.dated.isoformat()}的快照", f"{of.source}, snapshot of {of.dated.isoformat()}"),
    )
    return Markup("{} {}").format(source, say(of.note)) if of.note else source


def _told(by: Acting, topic: Topic) -> Iterator[Markup]:
    address = reverse("signals_of", args=[topic.key])
    found, past = stream(by, topic), assessments_of(by, topic)
    if found:
        newest = found[0]
        what = linked(newest.href, say(newest.what))
        yield Markup("{} {} {}").format(kind_tag(newest.kind), day_of(newest), what)
    if past:
        row = past[0]
        way = linked(f"/signals/assessments/{row.pk}/", both_dates(row.at.astimezone(TAIPEI).date()))
        yield Markup("{} {}").format(verdict_tag(row.verdict), way)
    many = tr(f"全部訊號（{len(found)}則）", f"All its signals ({len(found)})")
    yield _RUN.format(address, many)
