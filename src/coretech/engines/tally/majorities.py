"""One counted vote, answered by the law under both readings of “majority” (art. 5(3))."""

from dataclasses import dataclass
from datetime import date

from coretech.law.meeting import resolution
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.ruling import Ruling

OF_PRESENT, OF_VOTES_CAST = "majority-of-present", "votes-cast"


@dataclass(frozen=True, slots=True)
class Count:
    """Votes for, against and abstaining; ``entitled`` is how many could vote, None where nobody said."""

    for_: int
    against: int
    abstain: int
    entitled: int | None = None

    @property
    def base(self) -> int:
        """The base of the majority: those entitled, or everybody who voted where that is all that is known."""
        return self.for_ + self.against + self.abstain if self.entitled is None else self.entitled


@dataclass(frozen=True, slots=True)
class Answer:
    """The ruling on a count, and the outcome under each reading by its name."""

    ruling: Ruling
    outcomes: dict[str, str]

    @property
    def needed(self) -> int:
        """How many had to be for it, by the reading in force."""
        return int(str(self.ruling.values["needed"]))


def answer(count: Count, as_of: date, parameters: Parameters = ENACTED) -> Answer:
    """What the law says of a count.

    Raises:
        BadFacts: where more voted than could.
    """
    facts = resolution.Facts(
        members_in_office=count.base,
        entitled_present=count.base,
        for_=count.for_,
        against=count.against,
        abstain=count.abstain,
    )
    ruling = resolution.rule(facts, as_of, parameters)
    others = {reading.id: reading.outcome.value for reading in ruling.readings}
    return Answer(ruling, {OF_PRESENT: ruling.outcome.value, **others})
