"""The scan log: who looked at what, when; as it was written down, and as lists, runs and assessments tell it.

The entries of the second sort are not stored again: they are read off the rows that the looking left.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.lists.models import ListVersion
from coretech.apps.lists.words import country
from coretech.apps.people.models import Person
from coretech.apps.watch.models import Assessment, Run, ScanEntry
from coretech.apps.watch.scanning.assessing import VERDICTS
from coretech.apps.watch.signals.gathering import require_reader
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

NOBODY = Sentence("系統", "The system")


class Origin(StrEnum):
    """How an entry came to be."""

    WRITTEN = "written"
    LIST = "list"
    RUN = "run"
    ASSESSMENT = "assessment"


ORIGINS = {
    Origin.WRITTEN: Sentence("承辦人登錄", "Written down"),
    Origin.LIST: Sentence("登錄外國清單", "A list taken in"),
    Origin.RUN: Sentence("計算指標", "Indicators counted"),
    Origin.ASSESSMENT: Sentence("評估訊號", "Signals assessed"),
}

REGIONS = {
    ScanEntry.Region.HOME: Sentence("國內", "At home"),
    ScanEntry.Region.ABROAD: Sentence("國外", "Abroad"),
    ScanEntry.Region.BOTH: Sentence("國內外", "At home and abroad"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One entry: on which day who looked at what, in which sources, and what was found; None where nothing was.

    ``region`` is empty where nobody said. ``href`` is where it stands below the address of the installation.
    """

    origin: Origin
    looked_on: dt.date
    who: Sentence
    what: Sentence
    sources: Sentence
    found: Sentence | None
    region: str = ""
    links: tuple[str, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted; what is left empty does not matter.

    ``words`` must stand in what was looked at, in the sources or in what was found; ``found`` is ``yes`` or ``no``.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    words: str = ""
    found: str = ""
    origin: str = ""
    region: str = ""

    def takes(self, look: Look) -> bool:
        """Whether an entry is wanted."""
        return (
            (self.first is None or look.looked_on >= self.first)
            and (self.last is None or look.looked_on <= self.last)
            and (not self.found or (look.found is not None) == (self.found == "yes"))
            and (not self.origin or look.origin == self.origin)
            and (not self.region or look.region == self.region)
            and self.words.strip().casefold() in _text(look)
        )


EVERYTHING = Wanted()


def looks(by: Acting, wanted: Wanted = EVERYTHING) -> list[Look]:
    """The log, the newest day first.

    Raises:
        Refused: (HTTP 403) for whoever does not read signals.
    """
    require_reader(by)
    found = [look for tell in _TOLD for look in tell() if wanted.takes(look)]
    return sorted(found, key=lambda each: each.looked_on, reverse=True)


def _text(look: Look) -> str:
    told = (look.what, look.sources, look.found)
    return "\n".join(words for each in told if each for words in (each.zh, each.en)).casefold()


def _written() -> Iterator[Look]:
    for row in ScanEntry.objects.select_related("by"):
        yield Look(
            Origin.WRITTEN,
            row.looked_on,
            _who(row.by),
            row.name,
            Sentence(row.sources, row.sources),
            Sentence(row.found, row.found) if row.found else None,
            row.region,
            tuple(row.links),
            f"/signals/{row.topic}/" if row.topic else "",
        )


def _lists() -> Iterator[Look]:
    """The versions that somebody looked through before they were taken in; those that came bundled are none."""
    for row in ListVersion.objects.exclude(imported_by=None).select_related("list", "imported_by"):
        title, of = row.list.title, country(row.list.country)
        yield Look(
            Origin.LIST,
            _day(row.imported_at),
            _who(row.imported_by),
            Sentence(f"{of.zh}「{title.zh}」", f"{of.en}, {title.en}"),
            Sentence(row.source_name, row.source_name),
            Sentence(f"{row.dated}的版本", f"The version of {row.dated}"),
            ScanEntry.Region.ABROAD.value if row.list.country != "TW" else ScanEntry.Region.HOME.value,
            (row.source_url,) if row.source_url else (),
            f"/lists/{row.code}/",
        )


def _runs() -> Iterator[Look]:
    """The runs over snapshots that somebody took in; the bundled sample's is none."""
    rows = Run.objects.filter(state=Run.State.DONE).exclude(snapshot__by=None).exclude(ended_at=None)
    for row in rows.select_related("snapshot__by"):
        snapshot = row.snapshot
        yield Look(
            Origin.RUN,
            _day(row.ended_at or row.begun_at),
            _who(snapshot.by),
            Sentence("各國研究產出的指標", "Indicators of what countries publish"),
            Sentence(*[f"{snapshot.source} {snapshot.query}".strip()] * 2),
            Sentence(
                f"{snapshot.works}件著作，{row.total}項技術",
                f"{snapshot.works} works, {row.total} technologies",
            ),
            ScanEntry.Region.BOTH.value,
            href=f"/watch/runs/{row.pk}/",
        )


def _assessed() -> Iterator[Look]:
    for row in Assessment.objects.select_related("by"):
        verdict = VERDICTS[Assessment.Verdict(row.verdict)]
        nothing = row.verdict == Assessment.Verdict.NONE
        count = len(row.sources)
        yield Look(
            Origin.ASSESSMENT,
            _day(row.at),
            _who(row.by),
            row.name,
            Sentence(f"系統彙集的訊號，引用{count}則", f"The signals gathered here; cited: {count}"),
            None if nothing else Sentence(f"{verdict.zh}：{row.reasons}", f"{verdict.en}: {row.reasons}"),
            href=f"/signals/assessments/{row.pk}/",
        )


_TOLD: tuple[Callable[[], Iterator[Look]], ...] = (_written, _lists, _runs, _assessed)


def _who(person: Person | None) -> Sentence:
    return NOBODY if person is None else person.name


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(TAIPEI).date()
