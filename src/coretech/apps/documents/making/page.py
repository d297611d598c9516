"""What the documents share on paper: names and values, running text, headings in a row."""

from collections.abc import Iterable, Iterator, Sequence

from coretech.apps.documents.making.source import Source
from coretech.engines.documents.model import Block, Facts, Heading, Item, Numbered, Paragraph, Table
from coretech.engines.documents.text import is_blank
from coretech.kit.sentence import Sentence

CHINESE = "壹貳參肆伍陸柒捌玖拾"
NONE = Sentence("無。", "None.")
TO_BE_NUMBERED = Sentence("（文號待編）", "(number not given yet)")
TO_BE_DATED = Sentence("（發文日期待定）", "(date not given yet)")

Pair = tuple[Sentence, Sentence | str]


def facts(source: Source, pairs: Iterable[Pair]) -> Facts:
    """Names and values; those without a value are left out."""
    told = ((source.say(name), _said(source, value)) for name, value in pairs)
    return Facts(tuple((name, value) for name, value in told if not is_blank(value)))


def prose(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; blank lines fall away."""
    return tuple(Paragraph(line.strip()) for line in text.splitlines() if not is_blank(line))


def section(source: Source, place: int, name: Sentence) -> Heading:
    """A heading with its number, which counts from 0: 壹、 in Chinese, 1. in English."""
    return Heading(1, source.say(Sentence(f"{CHINESE[place]}、{name.zh}", f"{place + 1}. {name.en}")))


def sections(source: Source, parts: Iterable[tuple[Sentence, Sequence[Block]]]) -> Iterator[Block]:
    """Headings in a row, each with what stands under it, or that there is nothing."""
    for place, (name, blocks) in enumerate(parts):
        yield section(source, place, name)
        yield from blocks or (Paragraph(source.say(NONE)),)


def numbered(source: Source, items: Iterable[Sentence | str]) -> Numbered:
    """A numbered list."""
    return Numbered(tuple(Item(_said(source, item)) for item in items))


def table(
    source: Source,
    headings: Sequence[Sentence],
    rows: Iterable[Sequence[Sentence | str]],
    widths: tuple[float, ...] = (),
    caption: Sentence | None = None,
) -> Table:
    """A table in the document's language."""
    return Table(
        headings=tuple(source.say(heading) for heading in headings),
        rows=tuple(tuple(_said(source, cell) for cell in row) for row in rows),
        widths=widths,
        caption="" if caption is None else source.say(caption),
    )


def _said(source: Source, words: Sentence | str) -> str:
    return words if isinstance(words, str) else source.say(words)
