"""A document's prose: its paragraphs, put together from the lines that pages broke them into."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import plain, seam


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and its lines with the place in its text where each begins."""

    text: str
    begins: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.begins[0][1]

    def line_at(self, place: int) -> int:
        """The number of the line on which a place of the text stands."""
        return self.begins[bisect_right(self.begins, place, key=itemgetter(0)) - 1][1]


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs in printed order; one ends where its page left a space, or at a full stop that ends a line."""
    parts: list[str] = []
    begins: list[tuple[int, int]] = []
    length = 0
    for line in lines:
        begins.append((length, line.no))
        for part in _following(parts, plain(line.text)):
            parts.append(part)
            length += len(part)
        if ends_paragraph(line) and not _goes_on(line):
            yield Paragraph("".join(parts), tuple(begins))
            parts, begins, length = [], [], 0
    if parts:
        yield Paragraph("".join(parts), tuple(begins))


def _following(parts: list[str], text: str) -> tuple[str, ...]:
    """What a line adds to the parts above it: its text, and the space before it where there is one."""
    if not text:
        return ()
    apart = seam(parts[-1], text) if parts else ""
    return (apart, text) if apart else (text,)


def _goes_on(line: Line) -> bool:
    """Whether the space is one between two Latin words, where a page broke the line."""
    word = line.text.rstrip()
    return bool(word) and word[-1].isascii() and word[-1].isalpha()
