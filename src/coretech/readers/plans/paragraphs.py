"""A document's prose: its paragraphs, put together from the lines that pages broke them into."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import joined, plain


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
        return max((begin, line) for begin, line in self.begins if begin <= place)[1]


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs in printed order; one ends where its page left a space, or at a full stop that ends a line."""
    text = ""
    begins: list[tuple[int, int]] = []
    for line in lines:
        begins.append((len(text), line.no))
        text = joined(text, plain(line.text))
        if ends_paragraph(line) and not _goes_on(line):
            yield Paragraph(text, tuple(begins))
            text, begins = "", []
    if text:
        yield Paragraph(text, tuple(begins))


def _goes_on(line: Line) -> bool:
    """Whether the space is one between two Latin words, where a page broke the line."""
    word = line.text.rstrip()
    return bool(word) and word[-1].isascii() and word[-1].isalpha()
