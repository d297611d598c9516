"""The candidate that accepted finds suggest: a change of their listed item, or something new (art. 9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.judgements import NOTHING, words_for
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.finds.using import readiness_of
from coretech.apps.inventory.models import Candidate, Find
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.kit.sentence import Sentence
from coretech.readers.portfolios.projects import Project

LONGEST_ZH, LONGEST_EN = 200, 300
_NAMED, _LONGEST_TITLE = 10, 80
"""How many projects the reasons name, and how much of a title; the candidate keeps all of them as its ground."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be changed of a candidate before it is recorded."""

    name_zh: str
    name_en: str
    sector: str
    why: Sentence


def proposal_of(finds: Sequence[Find]) -> Proposal:
    """The candidate filled in from the projects, their item, and their newest readiness.

    Nothing of a confidential portfolio's projects goes into what others will read.
    """
    entries = entries_for(finds)
    entry = _shared(entries)
    projects = [] if finds[0].portfolio.confidential else projects_of([find.row for find in finds])
    title = projects[0].title if len(projects) == 1 else ""
    listed = entry is not None and entry.technology is not None
    sectors = {each.sector if each else "" for each in entries}
    return Proposal(
        name_zh=(entry.zh if listed and entry else title)[:LONGEST_ZH],
        name_en=(entry.en if entry else title)[:LONGEST_EN],
        sector=sectors.pop() if len(sectors) == 1 else "",
        why=_why(finds, projects, entries),
    )


def found_by(finds: Sequence[Find], name_zh: str, name_en: str, sector: str, why: str) -> Found:
    """What is recorded: a change of a listed item's scope, or the identification of something new.

    Finds accepted for different items are about none of them: what they have in common is something new.
    """
    entry = _shared(entries_for(finds))
    listed = entry is not None and entry.technology is not None
    agency = finds[0].portfolio.round.agency.code
    return Found(
        agency=agency,
        kind=(Candidate.Kind.CHANGE if listed else Candidate.Kind.IDENTIFY).value,
        name_zh=name_zh,
        name_en=name_en,
        sector=sector,
        authority=entry.authority if listed and entry else agency,
        why=why,
        technology=entry.technology if entry else None,
        ground=Candidate.Ground.ENVIRONMENT_CHANGED.value if listed else "",
        aspect=Candidate.Aspect.SCOPE.value if listed else "",
    )


def entries_for(finds: Sequence[Find]) -> list[Entry | None]:
    """The item each was accepted for, the one found otherwise."""
    catalogue = {entry.key: entry for entry in read(finds[0].portfolio.catalogue)}
    words = words_for(finds)
    firsts = [words.get(find.pk, NOTHING).first for find in finds]
    keys = [(first.item if first else "") or find.item for find, first in zip(finds, firsts, strict=True)]
    return [catalogue.get(key) for key in keys]


def _shared(entries: Sequence[Entry | None]) -> Entry | None:
    return entries[0] if len({each.key if each else "" for each in entries}) == 1 else None


def _why(finds: Sequence[Find], projects: Sequence[Project], entries: Sequence[Entry | None]) -> Sentence:
    """The projects, what they are like, and how ready their technology is."""
    count, (named_zh, named_en) = len(finds), _named(projects, len(finds))
    names = list(dict.fromkeys(entry.name for entry in entries if entry))
    items_zh = "、".join(f"「{name.zh}」" for name in names) or "「–」"
    items_en = ", ".join(f"“{name.en}”" for name in names) or "“–”"
    ready = _ready(finds)
    ready_zh = f"技術成熟度{ready}。" if ready else ""
    ready_en = f" Readiness {ready}." if ready else ""
    return Sentence(
        f"盤點計畫{named_zh}，與{items_zh}相近。{ready_zh}",
        f"{named_en} {'is' if count == 1 else 'are'} like {items_en}.{ready_en}",
    )


def _named(projects: Sequence[Project], count: int) -> tuple[str, str]:
    """The first projects by title and number in both languages, and how many they are."""
    shown = [(each.title[:_LONGEST_TITLE], each.id) for each in projects[:_NAMED]]
    zh = "、".join(f"「{title}」（{number}）" for title, number in shown)
    en = ", ".join(f"“{title}” ({number})" for title, number in shown)
    if count == 1:
        return zh or "1件", f"Project {en}" if en else "One project"
    more_zh, more_en = ("等", ", among others,") if count > len(shown) > 0 else ("", "")
    if not shown:
        return f"{count}件", f"{count} projects"
    return f"{count}件：{zh}{more_zh}", f"{count} projects, {en}{more_en}"


def _ready(finds: Sequence[Find]) -> str:
    """The newest readiness of those assessed: a level, or the lowest to the highest."""
    levels = sorted(rows[-1].level for find in finds if (rows := readiness_of(find)))
    return "" if not levels else "–".join(str(each) for each in dict.fromkeys((levels[0], levels[-1])))
