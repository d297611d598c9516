"""The definitions and the sample that come with the program, stored once; the sample is counted by the job."""

import re
from collections.abc import Iterator, Sequence
from importlib import resources

from django.db import transaction
from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.audit.locks import hold
from coretech.apps.audit.record import record
from coretech.apps.watch.counts.keeping import kept_snapshot
from coretech.apps.watch.counts.runs import new_run
from coretech.apps.watch.counts.taking_in import take_bundled
from coretech.apps.watch.models import Definition, WatchedTechnology, WorksSnapshot
from coretech.engines.indicators.definitions import Technology, read_technologies
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.engines.watching.membership import written
from coretech.kit.sentence import Sentence

_HAN = re.compile(r"[\u3400-\u9fff]")
_ITEM = re.compile(r"TW-(\d+)")
_WHY = "definitions and sample from the bundled data"
SAMPLE = "sample"
NOTE = Sentence(
    "地球科學樣本（2,643 篇），供驗算與試用，不能據以作任何結論。",
    "A sample of geoscience (2,643 works), for arithmetic and trying out; no conclusion can be drawn from it.",
)
Origin = WatchedTechnology.Origin


def bundled_technologies() -> list[Technology]:
    """The definitions that come with the program."""
    file = resources.files("coretech.data").joinpath("watch", "technologies.csv")
    return read_technologies(file.read_text(encoding="utf-8"))


def awaited_technologies() -> list[Technology]:
    """The bundled definitions not stored in this version; a technology that somebody defined stays as it is."""
    newest = dict(WatchedTechnology.objects.values_list("code", "newest"))
    own = set(Definition.objects.exclude(by=None).values_list("technology__code", flat=True))
    return [
        each
        for each in bundled_technologies()
        if each.id not in own and newest.get(each.id, 0) < int(each.version)
    ]


@transaction.atomic
def load_watch() -> bool:
    """Write what is missing of the bundled definitions, and the sample, in one act; says whether there was any."""
    hold("watch")
    awaited = awaited_technologies()
    sample = WorksSnapshot.objects.filter(series=SAMPLE).exists()
    if not awaited and sample:
        return False
    by = Acting(at=now(), username="system")
    rows: list[Model] = [_made(each, by) for each in awaited]
    rows += [] if sample else _sampled(by)
    public = {"technologies": [each.id for each in awaited], "sample": not sample}
    record(by, "watch.bundled", "watch", public=public, rows=rows, why=_WHY)
    return True


def _made(bundled: Technology, by: Acting) -> Definition:
    zh, _, en = bundled.name.partition(" / ")
    item = _ITEM.fullmatch(bundled.id)
    number = int(bundled.version)
    named = {"zh": zh, "en": en or zh, "origin": _origin(bundled.id), "item": int(item[1]) if item else None}
    technology, _ = WatchedTechnology.objects.update_or_create(
        code=bundled.id, defaults={"newest": number}, create_defaults={**named, "newest": number}
    )
    ways = dict(_by_kind(bundled))
    return Definition.objects.create(technology=technology, number=number, why=bundled.why, at=by.at, **ways)


def _by_kind(bundled: Technology) -> Iterator[tuple[str, Sequence[str]]]:
    ways = bundled.query.ways
    topics = [way for way in ways if way[0].topic is not None]
    words = [written(way) for way in ways if way not in topics]
    yield "topics", [written(way) for way in topics]
    yield "words_zh", [each for each in words if _HAN.search(each)]
    yield "words_en", [each for each in words if not _HAN.search(each)]
    yield "without", [term.written for term in bundled.query.without]


def _origin(code: str) -> str:
    kinds = {"TW": Origin.REGISTER, "AREA": Origin.AREA, "BRIEF": Origin.BRIEFING}
    return kinds.get(code.partition("-")[0], Origin.OWN).value


def _sampled(by: Acting) -> list[Model]:
    snapshot = kept_snapshot(by, take_bundled(), SAMPLE, NOTE)
    new_run(by, snapshot, Years(), Percentile.OPENALEX)
    return [snapshot]
