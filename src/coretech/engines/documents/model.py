"""A document as data: a title and blocks, with nothing about how they look. Programs fill it, two printers set it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from coretech.engines.documents.text import is_blank

Language = Literal["zh-Hant-TW", "en"]
Level = Literal[1, 2, 3]
Style = Literal["body", "note", "small", "centred"]
Alignment = Literal["start", "centre", "end"]
MediaType = Literal["image/svg+xml", "image/png"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


Text = str | tuple[Run, ...]  # a line end in it breaks the line, not the paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its number, where it has one, is part of the text (``壹、時間``).

    Raises:
        ValueError: when nothing would be seen of it.
    """

    level: Level
    text: str

    def __post_init__(self) -> None:
        """Refuse an empty heading, which no outline can name."""
        _seen(self.text, "a heading")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs in two columns without rules; the colon behind the label is the printer's."""

    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose headings repeat on each page; with no rows it says so in one.

    ``widths`` are shares of the page's width, equal when left out; ``alignment`` is one per column.

    Raises:
        ValueError: when rows, widths or alignment do not match the headings, or a share is not positive.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    alignment: tuple[Alignment, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table that is not a rectangle."""
        columns = len(self.headings)
        told = (each for each in (self.widths, self.alignment) if each)
        if not columns or any(len(each) != columns for each in (*self.rows, *told)):
            message = f"a table of {columns} headings has as many cells in each row, widths and alignments"
            raise ValueError(message)
        if any(not 0 < width < float("inf") for width in self.widths):
            message = f"column widths are positive shares, not {self.widths}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the items below it."""

    text: Text
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list: 一、（一） in Chinese, 1. (a) in English. Each list starts anew."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in no order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Labels, each with a rule to sign on."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the words for who cannot see it; ``width`` is its share of the page's width.

    Raises:
        ValueError: when ``alt`` is empty or ``width`` is not in (0, 1].
    """

    alt: str
    data: bytes
    media_type: MediaType
    caption: str = ""
    width: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a picture that some readers would miss."""
        _seen(self.alt, "a figure's alternative text")
        if not 0 < self.width <= 1:
            message = f"a figure's width is a share in (0, 1], not {self.width}"
            raise ValueError(message)


Block = Heading | Paragraph | Facts | Table | Numbered | Bullets | Signatures | PageBreak | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``kind`` stands at the head of each page on the left (``會議紀錄``), ``marking`` on the right (``密``, ``草案``),
    ``footer`` at its foot beside the page number. ``created`` dates the file; the same document with the same
    ``created`` is the same bytes.

    Raises:
        ValueError: when the title is empty or ``created`` has no time zone.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    created: datetime
    subject: str = ""
    author: str = ""
    kind: str = ""
    marking: str = ""
    footer: str = ""

    def __post_init__(self) -> None:
        """Refuse what no accessible document may lack."""
        _seen(self.title, "a document's title")
        if self.created.utcoffset() is None:
            message = "a document's time of creation needs its time zone"
            raise ValueError(message)


def runs(text: Text) -> tuple[Run, ...]:
    """The text as runs, whichever way it was given."""
    return (Run(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """The text's words without their weights."""
    return "".join(run.text for run in runs(text))


def _seen(text: str, what: str) -> None:
    if is_blank(text):
        message = f"{what} needs words"
        raise ValueError(message)
