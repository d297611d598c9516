"""The review of a panel that met outside the system: what the form gives, and what the panel's own rules say of it."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.panel_rules import majority_on, quorum_on
from coretech.apps.cases.models import Case
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused, bad_input
from coretech.law.panel import quorum, resolution
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Review:
    """The panel's meeting on the case; where ``against`` is left out, all the others were against."""

    held_on: dt.date
    present: int
    in_favour: int
    opinion: str
    against: int | None = None
    abstain: int = 0
    recused: int = 0
    conditions: str = ""

    @property
    def entitled(self) -> int:
        """How many could vote."""
        return self.present - self.recused

    @property
    def opposed(self) -> int:
        """How many were against."""
        return self.entitled - self.in_favour - self.abstain if self.against is None else self.against

    def kept(self) -> dict[str, object]:
        """The review as its row keeps it."""
        return {
            "held_on": self.held_on,
            "present": self.present,
            "recused": self.recused,
            "in_favour": self.in_favour,
            "against": self.opposed,
            "abstain": self.abstain,
            "opinion": self.opinion.strip(),
            "conditions": self.conditions.strip(),
        }


def rulings_of(panel: Body, review: Review, in_office: int) -> tuple[Ruling, Ruling]:
    """The quorum and the decision by the rules the panel's agency had settled for the day.

    Raises:
        Refused: (HTTP 422) with the ruling, at the figure that falls short.
    """
    day = review.held_on
    attended = quorum.Facts(
        members_in_office=in_office,
        present=review.present,
        recused_present=review.recused,
        quorum=quorum_on(panel, day),
    )
    decided = resolution.Facts(
        entitled_present=review.entitled,
        recused_present=review.recused,
        for_=review.in_favour,
        against=review.opposed,
        abstain=review.abstain,
        majority=majority_on(panel, day),
    )
    return _met(quorum.rule(attended, day), "present"), _met(resolution.rule(decided, day), "in_favour")


def refuse_bad(by: Acting, case: Case, review: Review, in_office: int) -> None:
    """Refuse a day or figures that cannot be (HTTP 422)."""
    if review.held_on > by.today:
        raise bad_input("held_on", "會議日期不得晚於今日。", "The panel cannot have met after today.")
    if review.held_on < case.candidate.found_at.astimezone(TAIPEI).date():
        raise bad_input(
            "held_on",
            "會議日期不得早於盤點發現日。",
            "The panel cannot have met before the candidate was found.",
        )
    if not 1 <= review.present <= in_office:
        raise bad_input(
            "present",
            f"出席人數應為1至{in_office}人。",
            f"Between 1 and {in_office} panel members can attend.",
        )
    if not 0 <= review.recused <= review.present:
        raise bad_input("recused", "迴避人數不得多於出席人數。", "No more can be recused than attended.")
    _refuse_bad_votes(review)
    if not review.opinion.strip():
        raise bad_input("opinion", "請填寫審查意見。", "Write the panel's opinion.")


def _refuse_bad_votes(review: Review) -> None:
    if not 0 <= review.in_favour <= review.entitled:
        raise bad_input(
            "in_favour",
            "贊成人數不得多於出席而未迴避的人數。",
            "No more can be in favour than attended and were not recused.",
        )
    if review.abstain < 0 or review.opposed < 0:
        raise bad_input(
            "abstain" if review.against is None or review.abstain < 0 else "against",
            "票數不能是負數，贊成與棄權合計也不得多於出席而未迴避的人數。",
            "Votes cannot be negative, and no more can vote than attended and were not recused.",
        )
    if review.in_favour + review.opposed + review.abstain > review.entitled:
        raise bad_input(
            "against",
            f"贊成、反對與棄權合計不得多於出席而未迴避的{review.entitled}人。",
            f"For, against and abstaining cannot be more than the {review.entitled} who attended and could vote.",
        )


def _met(ruling: Ruling, field: str) -> Ruling:
    if not ruling.is_yes:
        raise Refused(ruling.reason, status=422, ruling=ruling, field=field)
    return ruling
