"""Slips in the text, and an end that is none."""

from collections.abc import Iterator

from coretech.readers.plan.duties import is_head
from coretech.readers.plan.read import Read
from coretech.readers.plans.doubled import doubled
from coretech.readers.plans.ending import cut_off
from coretech.readers.plans.finding import Finding


def twice(read: Read) -> Iterator[Finding]:
    """Words that stand twice in a row, outside the table of duties, whose cells the page sets abreast."""
    for part in read.chapters:
        if not any(map(is_head, part.lines)):
            yield from doubled(line for line in part.lines if not line.is_row)


def ending(read: Read) -> Iterator[Finding]:
    """A document that stops in the middle of a sentence."""
    yield from cut_off(read.lines)
