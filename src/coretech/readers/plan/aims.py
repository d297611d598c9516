"""The agencies whose aims a plan tells: a name alone on its line, and a paragraph beneath it."""

import re
from itertools import pairwise

from coretech.readers.plan.chapters import Chapter, ends_paragraph
from coretech.readers.plan.records import Aim
from coretech.readers.plans.agencies import known_names
from coretech.readers.plans.wording import plain

_NAME = re.compile(r"[^\s，。、；：（）()0-9]{2,18}(?:院|部|會|署|館|處|局|府|室|中心|總處|所|行)")
_FEW = 3


def read_aims(chapters: list[Chapter]) -> list[Aim]:
    """The agencies of the chapter that is made of names and paragraphs; none where no chapter is."""
    found = [(chapter, _aims(chapter)) for chapter in chapters]
    _, aims = max(found, key=lambda each: len(each[1]), default=(None, []))
    return aims if len(aims) >= _FEW else []


def _aims(chapter: Chapter) -> list[Aim]:
    aims: list[Aim] = []
    fresh = True
    for line, after in pairwise(chapter.lines):
        name = plain(line.text)
        alone = fresh and ends_paragraph(line)
        if (
            alone
            and (name in known_names() or _NAME.fullmatch(name))
            and plain(after.text) not in known_names()
        ):
            aims.append(Aim(name, after.no))
        fresh = ends_paragraph(line)
    return aims
