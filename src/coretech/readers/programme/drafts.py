"""A schedule while it is read: its rows' parts as they come, to be mended when the table is whole."""

from dataclasses import dataclass, field

from coretech.readers.plans.wording import joined


@dataclass(slots=True)
class Heading:
    """An item or an approach: its number, and its title as it grows across a page's end.

    ``under`` is the item that an approach is printed under; ``item`` is set where that is another than its number says.
    """

    number: str
    title: str
    line: int
    under: str = ""
    item: str = ""

    def grow(self, text: str) -> None:
        """Add what follows on the next page."""
        self.title = joined(self.title, text, spaced=True)


@dataclass(slots=True)
class Work:
    """A work item as its row has it; ``date`` is None where the row lost that cell, empty where it was blank.

    ``approach`` is the heading of its number that stood above it, where one did.
    """

    number: str
    text: str
    line: int
    date: str | None = ""
    approach: Heading | None = None

    def grow(self, text: str) -> None:
        """Add what follows on the next page."""
        self.text = joined(self.text, text, spaced=True)


@dataclass(slots=True)
class AgencyCell:
    """A cell of agencies: its text, and the place of the first work item it stands beside."""

    text: str
    at: int
    line: int


@dataclass(slots=True)
class Draft:
    """All that one measure's schedule holds, as read.

    ``approaches`` are all that are printed, in order; one number may stand twice, under two items. ``strays`` are texts
    that belong to nothing, with their lines.
    """

    items: dict[str, Heading] = field(default_factory=dict)
    approaches: list[Heading] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    agencies: list[AgencyCell] = field(default_factory=list)
    strays: list[tuple[int, str]] = field(default_factory=list)

    def approach(self, number: str) -> Heading | None:
        """The approach last printed under a number."""
        return next((each for each in reversed(self.approaches) if each.number == number), None)
