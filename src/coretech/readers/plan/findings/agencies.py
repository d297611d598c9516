"""Agencies of the table of duties, against how many the text counts and whose aims are told."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.paragraphs import paragraphs

_COUNT = re.compile(r"([0-9]{1,3})\s*個(?:部會|機關|參與機關)")
_EVERYONE = re.compile(r"^中?央?各|相關")


def miscounted(read: Read) -> Iterator[Finding]:
    """A count of agencies in the text that the table of duties does not come to."""
    names = list(_named(read))
    told: dict[int, list[int]] = {}
    for each in paragraphs(line for part in read.chapters for line in part.lines):
        for match in _COUNT.finditer(each.text):
            told.setdefault(int(match.group(1)), []).append(each.line_at(match.start()))
    for count, lines in told.items():
        if names and count != len(names):
            yield Finding(
                Kind.AGENCY,
                tuple(lines),
                Sentence(
                    f"文中稱 {count} 個部會署及單位，分工表具名的有 {len(names)} 個：{'、'.join(names)}。",
                    f"The text counts {count} agencies; the table of duties names {len(names)}: {', '.join(names)}.",
                ),
            )


def aimless(read: Read) -> Iterator[Finding]:
    """Agencies with duties whose aims the plan does not tell, as one matter."""
    told = [each.name for each in read.aims]
    if not told:
        return
    rest = {
        name: line for name, line in _named(read).items() if not any(_is_short(name, each) for each in told)
    }
    if rest:
        yield Finding(
            Kind.AGENCY,
            tuple(sorted(set(rest.values()))),
            Sentence(
                f"分工表的{'、'.join(rest)}，在各部門目標一章沒有目標。",
                f"The chapter of agencies tells no aims of {', '.join(rest)}, named in the table of duties.",
            ),
        )


def _named(read: Read) -> dict[str, int]:
    """The agencies that have duties, by name, with the line of the first; those named as a whole are left out."""
    lines = {duty.path: duty.line for duty in read.duties}
    found: dict[str, int] = {}
    for path, strategy in strategies(read.goals):
        for name in (*strategy.lead, *strategy.co):
            base = name.partition("(")[0]
            if not _EVERYONE.search(base):
                found.setdefault(base, lines.get(path, strategy.line))
    return found


def _is_short(name: str, full: str) -> bool:
    """Whether a name is short for a full one: its characters come in it in the same order, the last one last."""
    rest = iter(full)
    return name[-1] == full[-1] and all(character in rest for character in name)
