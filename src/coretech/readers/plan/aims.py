"""The agencies whose aims a plan tells: a name alone on its line, and a paragraph beneath it."""

import re
from itertools import pairwise

from coretech.readers.plan.chapters import Chapter
from coretech.readers.plan.duties import is_head
from coretech.readers.plan.records import Aim
from coretech.readers.plans.agencies import known_names
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import plain

_NAME = re.compile(r"[^\s，。、；：（）()0-9]{2,18}(?:院|部|會|署|館|處|局|府|室|中心|總處|所|行)")
_NUMBERED = re.compile(r"[（(]?[0-9一二三四五六七八九十]+[）).、．]")
_FEW = 3


def read_aims(chapters: list[Chapter]) -> list[Aim]:
    """The agencies of the chapter that is made of names and paragraphs; none where no chapter is."""
    found = [_aims(chapter) for chapter in chapters if not any(map(is_head, chapter.lines))]
    aims = max(found, key=len, default=[])
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
            and not _NUMBERED.match(plain(after.text))
            and all(name != each.name for each in aims)
        ):
            aims.append(Aim(name, after.no))
        fresh = ends_paragraph(line)
    return aims
