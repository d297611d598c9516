"""A schedule while it is read: its rows' parts as they come, to be mended when the table is whole."""

from dataclasses import dataclass, field

from coretech.readers.plans.wording import joined


@dataclass(slots=True)
class Heading:
    """An item or an approach: its number, and its title as it grows across a page's end."""

    number: str
    title: str
    line: int

    def grow(self, text: str) -> None:
        """Add what follows on the next page."""
        self.title = joined(self.title, text)


@dataclass(slots=True)
class Work:
    """A work item as its row has it; ``date`` is None where the row lost that cell, empty where it was blank."""

    number: str
    text: str
    line: int
    date: str | None = ""

    def grow(self, text: str) -> None:
        """Add what follows on the next page."""
        self.text = joined(self.text, text)


@dataclass(slots=True)
class AgencyCell:
    """A cell of agencies: its text, and the place of the first work item it stands beside."""

    text: str
    at: int
    line: int


@dataclass(slots=True)
class Draft:
    """All that one measure's schedule holds, as read.

    ``strays`` are texts that belong to nothing, with their lines; ``misplaced`` are approaches that stand under another
    item than their number says, with that item's number.
    """

    items: dict[str, Heading] = field(default_factory=dict)
    approaches: dict[str, Heading] = field(default_factory=dict)
    works: list[Work] = field(default_factory=list)
    agencies: list[AgencyCell] = field(default_factory=list)
    strays: list[tuple[int, str]] = field(default_factory=list)
    misplaced: dict[str, str] = field(default_factory=dict)
