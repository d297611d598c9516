"""Measures that stand in one of the two chapters only."""

import re
from collections import defaultdict
from collections.abc import Iterator

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.findings.figures import likeness, words
from coretech.readers.programme.findings.pairing import pairs
from coretech.readers.programme.read import Read

_ALIKE = 0.35
_LATIN = re.compile(r"[a-z0-9]{2,}")


def one_chapter_only(read: Read) -> Iterator[Finding]:
    """Each measure with targets and no schedule, and each with a schedule and no targets."""
    together = pairs(read)
    scheduled = {code for _, code in together}
    for code, title in read.table.titles.items():
        if code not in scheduled and read.sections:
            yield Finding(
                Kind.CHAPTER,
                (read.table.title_lines[code],),
                Sentence(
                    f"措施 {code}「{title}」列有目標，沒有辦理期程表。",
                    f"Measure {code} “{title}” has targets and no schedule.",
                ),
            )
    lines = {part.line for part, _ in together}
    for part in read.sections:
        if part.line not in lines and read.table.titles:
            yield Finding(
                Kind.CHAPTER,
                (part.line,),
                Sentence(
                    f"措施 {part.code}「{part.title}」有辦理期程表，沒有列目標。",
                    f"Measure {part.code} “{part.title}” has a schedule and no targets.",
                ),
            )


def lost_strategies(read: Read) -> Iterator[Finding]:
    """Strategies of the overview that head no part of the target tables: one finding for each industry."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row, target in zip(read.table.rows, read.targets, strict=True):
        groups[target.industry].update((row.group, target.measure_title, target.text))
    for industry in read.industries:
        here = [_all_words(each) for each in groups.get(industry.name, ())]
        gone = [
            each
            for each in industry.strategies
            if here and max(likeness(_all_words(each), other) for other in here) < _ALIKE
        ]
        if gone:
            yield Finding(
                Kind.CHAPTER,
                (industry.line,),
                Sentence(
                    f"{industry.name}的推動策略「{'」「'.join(gone)}」，在目標表中沒有對應的項目。",
                    f"{industry.name}: nothing in the target tables answers to the strategies {', '.join(gone)}.",
                ),
            )


def _all_words(text: str) -> frozenset[str]:
    """A text's words, Latin ones too."""
    return words(text) | frozenset(_LATIN.findall(fold(text)))
