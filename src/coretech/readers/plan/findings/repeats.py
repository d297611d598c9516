"""Paragraphs that stand word for word under two headings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.plan.duties import is_head
from coretech.readers.plan.read import Read
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.paragraphs import Paragraph, paragraphs

_LEAST = 40
_LONGEST_HEAD = 45
_NOTE = re.compile(r"資料來源|註|附註|說明|表\s*[0-9]")
_NUMBER = re.compile(r"^[（(]?[0-9一二三四五六七八九十IVXivx]+[）).、．]\s*")


@dataclass(frozen=True, slots=True)
class _Under:
    """A paragraph and the heading it stands under."""

    paragraph: Paragraph
    heading: str


def repeats(read: Read) -> Iterator[Finding]:
    """Each text of some length that two headings share; the table of duties repeats the tree's titles rightly."""
    found: dict[str, list[_Under]] = defaultdict(list)
    heading = ""
    for part in (each for each in read.chapters if not any(map(is_head, each.lines))):
        for each in paragraphs(part.lines):
            words = re.sub(r"\W", "", fold(each.text))
            if len(words) >= _LEAST and not _NOTE.match(each.text):
                found[words].append(_Under(each, heading))
            elif len(each.text) <= _LONGEST_HEAD and _NUMBER.match(each.text):
                heading = _NUMBER.sub("", each.text)
    for same in found.values():
        if len({each.heading for each in same}) > 1:
            yield _finding(same)


def _finding(same: list[_Under]) -> Finding:
    beginning = same[0].paragraph.text[:16]
    lines = tuple(each.paragraph.line for each in same)
    zh = "、".join(f"「{each.heading}」（第 {each.paragraph.line} 行）" for each in same)
    en = " and ".join(f"“{each.heading}” (line {each.paragraph.line})" for each in same)
    return Finding(
        Kind.DUPLICATE,
        lines,
        Sentence(
            f"{zh}之下的文字完全相同：「{beginning}…」，其一應為誤植。",
            f"The same text stands under {en}: “{beginning}…”; one of them must be a slip.",
        ),
    )
