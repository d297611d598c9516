"""A document as lines of a terminal: what ODT and PDF hold, in plain text."""

from collections.abc import Iterator

from coretech.cli.installation.told import table
from coretech.engines.documents.model import (
    Block,
    Document,
    Facts,
    Heading,
    Paragraph,
    Signatures,
    Table,
    plain,
)


def lines_of(document: Document) -> Iterator[str]:
    """The title with its marking, then block by block."""
    yield f"{document.title}  {document.marking}".rstrip()
    for block in document.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield from (["", text] if level == 1 else [text])
        case Paragraph(text=text):
            yield f"  {plain(text)}"
        case Facts(pairs=pairs):
            yield from (f"  {row}" for row in table([(label, plain(value)) for label, value in pairs]))
        case Table(headings=headings, rows=rows):
            yield from (
                f"  {row}" for row in table([headings, *([plain(cell) for cell in row] for row in rows)])
            )
        case Signatures(labels=labels):
            yield from (f"  {label}  ________" for label in labels)
        case _:
            return
