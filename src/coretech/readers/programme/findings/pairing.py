"""What the two chapters of a programme say of one thing: which schedule is which measure of the target tables."""

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from coretech.kit.folding import fold
from coretech.readers.plans.wording import tidy
from coretech.readers.programme.chapters import Section
from coretech.readers.programme.read import Read

_ALIKE, _BETTER = 0.6, 0.15
_GOALS = re.compile(r"目標\s*[：:]")
_BULLETS = re.compile(r"[•·●]|(?:^|\s)[(（]?[0-9]{1,2}[.)）](?=\s)")

_CUT = re.compile(r"(?<=[0-9]) (?=[0-9]{2,3}(?![0-9]))")
"""The space that a line's end left within a figure."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal printed beneath an item of a schedule, with the measure's code there."""

    measure: str
    text: str
    line: int


def bare(title: str) -> str:
    """A title's letters alone, however they were typed."""
    return re.sub(r"\W", "", fold(title))


def pairs(read: Read) -> list[tuple[Section, str]]:
    """Each schedule with the code of the target tables' measure that bears its title; without one it is left out."""
    known: dict[tuple[str, str], str] = {}
    for part in read.sections:
        if (part.code, part.title) not in known:
            known[part.code, part.title] = _partner(part, read.table.titles)
    found = [(part, known[part.code, part.title]) for part in read.sections]
    return [(part, code) for part, code in found if code]


def _partner(part: Section, titles: dict[str, str]) -> str:
    """The measure of the same industry whose title is most alike; the one of the same number where both are."""
    own = part.code.replace("-", ".")
    industry = own.partition(".")[0]
    likeness = {
        code: SequenceMatcher(None, bare(part.title), bare(title), autojunk=False).ratio()
        for code, title in titles.items()
        if code.partition(".")[0] == industry
    }
    best = max(likeness, key=lambda code: likeness[code], default="")
    if likeness.get(own, 0) >= max(_ALIKE, likeness.get(best, 0) - _BETTER):
        return own
    return best if likeness.get(best, 0) >= _ALIKE else ""


def goals(read: Read) -> dict[str, list[Goal]]:
    """The goals of the schedules by the code that the target tables give the measure, each text once."""
    partner = {part.line: code for part, code in pairs(read)}
    found: dict[str, dict[str, Goal]] = defaultdict(dict)
    for part, draft in zip(read.sections, read.drafts, strict=True):
        for item in draft.items.values():
            for text in _goals(item.title):
                goal = Goal(part.code, text, item.line)
                found[partner.get(part.line, "")].setdefault(text, goal)
    return {code: list(each.values()) for code, each in found.items() if code}


def _goals(title: str) -> list[str]:
    _, *texts = _GOALS.split(title)
    parts = (_CUT.sub("", tidy(part)) for text in texts for part in _BULLETS.split(text))
    return [part for part in parts if part]
