"""Reading a national plan for science and technology: from a document's text to checked records."""

import re
from dataclasses import replace

from coretech.readers.plan.aims import read_aims
from coretech.readers.plan.chapters import Chapter, chapters
from coretech.readers.plan.duties import Duty, Headed, Piece, is_head, read_duties
from coretech.readers.plan.findings import findings
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import Goal, Plan
from coretech.readers.plan.tables import read_tables
from coretech.readers.plan.tree import read_tree, strategies, with_strategies
from coretech.readers.plans.finding import ranked
from coretech.readers.plans.lines import Line, lines_of
from coretech.readers.plans.pages import with_ends
from coretech.readers.plans.wording import plain, unified

_TITLE = re.compile(
    r"[「『]?(?P<title>國家科學技術發展計畫\s*[（(]?(?:民國)?\s*(?P<start>[0-9]{2,3})\s*年?\s*[至~～\-－]\s*(?P<end>[0-9]{2,3})\s*年[）)]?)"
)
_FEW_LINES = 40


def read_plan(text: str) -> Plan:
    """The plan a text holds; what was not understood or does not agree is among its findings."""
    read = take_apart(with_ends(lines_of(unified(text))))
    return Plan(
        title=read.title,
        start=read.start,
        end=read.end,
        goals=read.goals,
        agencies=tuple(read.aims),
        tables=tuple(read.tables),
        findings=tuple(ranked(findings(read))),
    )


def take_apart(lines: list[Line]) -> Read:
    """All that the document holds, with what its readers noted on the way."""
    parts = chapters(lines)
    measures = _largest_tree(parts)
    goals = tuple(read_tree(measures.lines)) if measures is not None else ()
    duties, strays, headed = _duties(parts, goals)
    title, start, end = _title(lines)
    return Read(
        lines=lines,
        title=title,
        start=start,
        end=end,
        chapters=parts,
        goals=_with_agencies(goals, duties),
        duties=duties,
        strays=strays,
        headed=headed,
        aims=read_aims(parts),
        tables=read_tables(lines),
    )


def _largest_tree(parts: list[Chapter]) -> Chapter | None:
    """The chapter that holds the measures: the one whose headings make the largest tree."""
    sizes = [
        (sum(len(each.measures) for _, each in strategies(read_tree(part.lines))), part) for part in parts
    ]
    size, part = max(sizes, key=lambda each: each[0], default=(0, None))
    return part if size else None


def _duties(parts: list[Chapter], goals: tuple[Goal, ...]) -> tuple[list[Duty], list[Piece], Headed]:
    """The table of duties: in whichever chapter names the most of the tree's strategies with agencies.

    A chapter without the table's head that names no agency is prose, and its numbers are no strategies'.
    """
    found = [
        read
        for part in parts
        for read in [read_duties(part.lines, goals)]
        if any(duty.agencies.lead for duty in read[0]) or any(map(is_head, part.lines))
    ]
    return max(
        found, key=lambda each: sum(bool(duty.agencies.lead) for duty in each[0]), default=([], [], {})
    )


def _with_agencies(goals: tuple[Goal, ...], duties: list[Duty]) -> tuple[Goal, ...]:
    """The tree with who leads and who joins each strategy."""
    tree = dict(strategies(goals))
    told = {
        duty.path: replace(tree[duty.path], lead=duty.agencies.lead, co=duty.agencies.co) for duty in duties
    }
    return with_strategies(goals, told)


def _title(lines: list[Line]) -> tuple[str, int | None, int | None]:
    """The plan's title with the ROC years it runs, where the first chapter names it."""
    for place in range(min(len(lines), _FEW_LINES)):
        match = _TITLE.search(plain("".join(line.text.strip() for line in lines[place : place + 2])))
        if match is not None:
            return match.group("title"), int(match.group("start")), int(match.group("end"))
    return (plain(lines[0].text) if lines else "", None, None)
