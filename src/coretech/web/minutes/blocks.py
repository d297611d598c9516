"""A document's blocks as the template draws them: the page shows what ODT and PDF show."""

from dataclasses import dataclass

from coretech.engines.documents.model import Block, Document


@dataclass(frozen=True, slots=True)
class Drawn:
    """A block under the name of its kind: heading, paragraph, facts, table, signatures."""

    kind: str
    block: Block


def drawn(document: Document) -> list[Drawn]:
    """The blocks in order."""
    return [Drawn(type(block).__name__.lower(), block) for block in document.blocks]
