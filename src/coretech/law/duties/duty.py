"""One duty: whose, by which article, until when, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coretech.kit.sentence import Sentence
from coretech.law.ruling import Outcome, Ruling


class Status(StrEnum):
    """How a duty stands today."""

    MET = "met"
    DUE = "due"
    MISSED = "missed"


TITLES: Mapping[str, Sentence] = {
    "council-composition": Sentence("維持審議會的組成", "keep the council properly composed"),
    "office-director": Sentence("置辦公室主任", "have a director of the Office"),
    "inventory-owner": Sentence("設專責單位或置專人盤點", "have a unit or a person for the inventory"),
    "council-meeting": Sentence("審議會每年開會", "the council meets every year"),
    "panel-meeting": Sentence("專家審查會每年開會", "the panel meets every year"),
    "inventory": Sentence("每年盤點", "take an inventory every year"),
    "inventory-report": Sentence("盤點結果經審查後提報", "have the inventory reviewed and reported"),
    "annual-review": Sentence("每年檢討所主管項目", "review its items every year"),
}
"""Every duty that is told, by its id."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of a year, or one that stands always and has no last day.

    Attributes:
        id: what is owed, such as ``panel-meeting``.
        holder: the code of the body that owes it.
        due_on: the last day to meet it, none for a standing duty.
        status: how it stands today.
        ruling: the answer behind it, with its article and reason.
    """

    id: str
    holder: str
    due_on: date | None
    status: Status
    ruling: Ruling

    @property
    def title(self) -> Sentence:
        """What is owed, in words."""
        return TITLES[self.id]

    def as_dict(self) -> dict[str, object]:
        """The duty as data."""
        return {
            "duty": self.id,
            "title": self.title.as_dict(),
            "for": self.holder,
            "status": self.status.value,
            "due_on": None if self.due_on is None else self.due_on.isoformat(),
            "articles": [article.number for article in self.ruling.articles],
            "level": {article.number: article.level.value for article in self.ruling.articles},
            "reason": self.ruling.reason.as_dict(),
            "values": dict(self.ruling.values),
            "disputed": self.ruling.disputed,
        }


def stands(ruling: Ruling, due_on: date | None, today: date) -> Status:
    """Met where the ruling says yes; otherwise missed once its last day is past, due until then."""
    if ruling.outcome is Outcome.YES:
        return Status.MET
    return Status.MISSED if due_on is not None and today > due_on else Status.DUE
