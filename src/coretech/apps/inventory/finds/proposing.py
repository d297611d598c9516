"""The candidate that an accepted find suggests: a change of its listed item, or something new (art. 9)."""

from dataclasses import dataclass

from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.judgements import word_of
from coretech.apps.inventory.finds.using import readiness_of
from coretech.apps.inventory.models import Candidate, Find
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.kit.sentence import Sentence

LONGEST_ZH, LONGEST_EN = 200, 300


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be changed of a candidate before it is recorded."""

    name_zh: str
    name_en: str
    sector: str
    why: Sentence


def proposal_of(find: Find) -> Proposal:
    """The candidate filled in from the project, its item, and its newest readiness."""
    project, entry = project_of(find), _accepted_for(find)
    level = next(reversed(readiness_of(find)), None)
    ready_zh = "" if level is None else f"技術成熟度{level.level}。"
    ready_en = "" if level is None else f" Readiness {level.level}."
    listed = entry is not None and entry.technology is not None
    return Proposal(
        name_zh=(entry.zh if listed and entry else project.title)[:LONGEST_ZH],
        name_en=(entry.en if entry else project.title)[:LONGEST_EN],
        sector=entry.sector if entry else "",
        why=Sentence(
            f"盤點計畫「{project.title}」（{project.id}），與「{entry.name.zh if entry else '–'}」相近。{ready_zh}",
            f"Project “{project.title}” ({project.id}) is like “{entry.name.en if entry else '–'}”.{ready_en}",
        ),
    )


def found_by(find: Find, name_zh: str, name_en: str, sector: str, why: str) -> Found:
    """What is recorded: a change of a listed item's scope, or the identification of something new."""
    entry = _accepted_for(find)
    listed = entry is not None and entry.technology is not None
    agency = find.portfolio.round.agency.code
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


def _accepted_for(find: Find) -> Entry | None:
    """The item it was accepted for, the one found otherwise."""
    first = word_of(find).first
    key = find.item if first is None else first.item or find.item
    return next((entry for entry in read(find.portfolio.catalogue) if entry.key == key), None)
