"""Texts that were cut or doubled where a page ended."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coretech.kit.sentence import Sentence
from coretech.readers.plans.ending import cut_off
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.wording import HAN
from coretech.readers.programme.findings.losses import shown
from coretech.readers.programme.findings.pairing import bare, pairs
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import Target

_DOUBLED = re.compile(rf"(?P<word>[{HAN}]{{2,5}})(?P=word)")
_SYNONYMS = re.compile(r"累積累計|累計累積")
_TWICE = re.compile(rf"([{HAN}])\1")
_FRAGMENT = re.compile(rf"(?P<end>[{HAN}]{{1,3}})\s+1[.、]\s*(?=\D)")
_PAIRS = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"), ("〔", "〕"))
_LONG = 12
_ENDS = frozenset("，。；、：）)」（( ")


def doubled(read: Read) -> Iterator[Finding]:
    """Words that stand twice in a row, as one matter."""
    found: dict[str, set[int]] = {}
    for text, line in _texts(read):
        for match in (*_DOUBLED.finditer(text), *_SYNONYMS.finditer(text)):
            found.setdefault(match.group(), set()).add(line)
    for target in read.targets:
        for word in _at_a_seam(target):
            found.setdefault(word, set()).add(target.line)
    for part, code in pairs(read):
        for word in _twice_against(read.table.titles[code], [part.title]):
            found.setdefault(word, set()).add(read.table.title_lines[code])
    if found:
        words = [f"「{word}」" for word in found]
        yield Finding(
            Kind.TEXT,
            tuple(sorted(set().union(*found.values()))),
            Sentence(
                f"文字重複：{shown(words, '、')}。",
                f"Words are printed twice in a row: {shown(words, ', ')}.",
            ),
        )


def _at_a_seam(target: Target) -> Iterator[str]:
    """Doubled characters of a target that its other cells have once."""
    texts = [target.text, *(cell.text for cell in target.yearly.values() if cell.text)]
    for place, text in enumerate(texts):
        yield from _twice_against(text, texts[:place] + texts[place + 1 :])


def _twice_against(text: str, others: list[str]) -> Iterator[str]:
    for match in _TWICE.finditer(text):
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
        once = bare(f"{before}{match.group(1)}{after}")
        around = f"{before}{match.group()}{after}"
        others_have = any(once in bare(other) and bare(around) not in bare(other) for other in others)
        if len(once) >= 4 and others_have:  # noqa: PLR2004 - with fewer around it may be another word
            yield around


def _texts(read: Read) -> Iterator[tuple[str, int]]:
    for item in read.work_items:
        yield item.text, item.line
    for target in read.targets:
        yield target.text, target.line
        yield from ((cell.text, target.line) for cell in target.yearly.values() if cell.text)


def half_brackets(read: Read) -> Iterator[Finding]:
    """Texts with a bracket that is not closed or not opened, as one matter."""
    lines = sorted({line for text, line in _texts(read) if _is_open(text)})
    if lines:
        yield Finding(
            Kind.TEXT,
            tuple(lines),
            Sentence(
                f"{len(lines)} 列的引號或括號不成對，文字可能被截斷。",
                f"In {len(lines)} rows a bracket or a quotation mark has no partner; text may be cut.",
            ),
        )


def _is_open(text: str) -> bool:
    return any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


def cut(read: Read) -> Iterator[Finding]:
    """Yearly cells that break off where the whole term's text goes on, or whose end begins the cell below."""
    for target in read.targets:
        for year, cell in target.yearly.items():
            text = cell.text or ""
            if _breaks_off(text, target.text):
                yield Finding(
                    Kind.TEXT,
                    (target.line,),
                    Sentence(
                        f"目標 {target.code} 的 {year} 年欄止於「{text[-_LONG:]}」，全期目標尚有下文，文字可能被截斷。",
                        f"The {year} cell of target {target.code} breaks off at “{text[-_LONG:]}”, where the whole "
                        "term’s text goes on.",
                    ),
                )
    for above, target in pairwise(read.targets):
        for year, cell in target.yearly.items():
            end = _end_of(above, year, cell.text or "")
            if end:
                yield _moved(above, target, year, end)


def _end_of(above: Target, year: str, text: str) -> str:
    """The characters before a cell's list that end a word of the cell above it, as its other cells write that word."""
    match = _FRAGMENT.match(text)
    over = above.yearly.get(year)
    if match is None or over is None or not over.text:
        return ""
    word = over.text[-2:] + match.group("end")
    rest = [cell.text or "" for other, cell in above.yearly.items() if other != year]
    return match.group("end") if any(word in each for each in (above.text, *rest)) else ""


def _moved(above: Target, target: Target, year: str, end: str) -> Finding:
    return Finding(
        Kind.TEXT,
        (above.line, target.line),
        Sentence(
            f"目標 {target.code} 的 {year} 年欄開頭的「{end}」，應是上列 {above.code} 的結尾。",
            f"“{end}”, with which the {year} cell of target {target.code} begins, is the end of {above.code} above it.",
        ),
    )


def _breaks_off(text: str, whole: str) -> bool:
    """Whether a text ends in the middle of words that the whole term's text has in full."""
    tail = text[-_LONG:]
    place = whole.find(tail) if len(tail) == _LONG else -1
    after = whole[place + _LONG : place + _LONG + 1] if place >= 0 else ""
    return after != "" and after not in _ENDS and text[-1:] not in _ENDS


def ending(read: Read) -> Iterator[Finding]:
    """A document that stops in the middle of a sentence."""
    yield from cut_off(read.lines)
