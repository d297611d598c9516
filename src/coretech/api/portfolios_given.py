"""What is given of portfolios of projects, and of what was found in them."""

from typing import Annotated, Literal

from ninja import Field

from coretech.api.schemas import NO_NUL, Code, Flag, Given, Id, Line, Paging, Paragraphs
from coretech.apps.inventory.finds.finding import MOST

Heading = Annotated[str, Field(max_length=200, pattern=NO_NUL)]
Title = Annotated[str, Field(min_length=1, max_length=120, pattern=NO_NUL)]
Why = Annotated[str, Field(max_length=1000, pattern=NO_NUL)]
Note = Annotated[str, Field(max_length=2000, pattern=NO_NUL)]


class PortfolioGiven(Given):
    """Whose portfolio it is, and how it is to be treated."""

    agency: Code
    title: Title
    confidential: bool = Field(
        default=False, description="It opens to the agency's officers and to members named alone."
    )
    foreign: bool = Field(default=False, description="Compare it with foreign lists in force as well.")


class ColumnsGiven(Given):
    """The heading of the file that holds each thing; empty where the file has none."""

    id: Heading
    title: Heading
    abstract: Heading = ""
    agency: Heading = ""
    year: Heading = ""
    budget: Heading = ""


class HoldingGiven(Given):
    """Whether to hold the screening, or to go on with it."""

    hold: Flag


class AgainGiven(Given):
    """Whether foreign lists are compared as well; as before where it is left out."""

    foreign: Flag | None = None


class ForeignGiven(Given):
    """The same, asked about."""

    foreign: bool | None = None


class ReaderGiven(Given):
    """A member of the agency's panel, by number."""

    person: Id


class TrainingGiven(Given):
    """Whether terms may be learned from a confidential portfolio, and why."""

    allowed: Flag
    why: Why


class QueueGiven(Given):
    """Which queue is wanted: above the threshold, the sample below it, or second looks."""

    queue: Literal["first", "sample", "second"] = "first"


class FindsGiven(Paging):
    """Which finds are wanted: all, or those that stand accepted, set aside, unsure, or not judged yet."""

    verdict: Literal["", "accepted", "set_aside", "unsure", "none"] = ""


class FindJudgedGiven(Given):
    """A word on a find: set aside with a reason; ``undone`` takes one's own word back."""

    verdict: Literal["accepted", "set_aside", "unsure", "undone"]
    item: Line = Field("", description="The item it is accepted for; the one found by default.")
    reason: Literal["", "other_field", "generic", "not_research", "public", "same", "else"] = ""
    note: Note = ""
    second: bool = Field(default=False, description="As the second reviewer of a find that was drawn.")


class ReadinessGiven(Given):
    """The technology readiness level, and what shows it."""

    level: Annotated[int, Field(ge=1, le=9)]
    evidence: Note


class ProposedGiven(Given):
    """What the candidate is called and why; what is left out is filled in from the find."""

    name_zh: Line = ""
    name_en: Annotated[str, Field(max_length=300, pattern=NO_NUL)] = ""
    sector: Code = ""
    why: Paragraphs = ""


class GroundedGiven(ProposedGiven):
    """Which accepted finds of the portfolio one candidate is grounded on, with what it is called and why."""

    finds: Annotated[list[Id], Field(min_length=1, max_length=MOST)]


class LearnGiven(Given):
    """Whose judgements to learn from."""

    agency: Code
