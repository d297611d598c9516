"""A panel's review of a whole round: what the form gives, and what the panel's own rules say of it (arts. 8, 9)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.rulings import require
from coretech.apps.bodies.facts import panel_facts
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.panel_rules import majority_on, quorum_on
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.people.models import Agency
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.law.panel import composition, quorum, resolution
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class PanelFound:
    """The panel's meeting on the round; who neither favoured it nor abstained was against."""

    held_on: dt.date
    present: int
    in_favour: int
    opinion: str
    abstain: int = 0
    recused: int = 0

    @property
    def entitled(self) -> int:
        """How many could vote."""
        return self.present - self.recused

    @property
    def against(self) -> int:
        """How many were against."""
        return self.entitled - self.in_favour - self.abstain


def panel_of(agency: Agency) -> Body:
    """The agency's panel.

    Raises:
        Refused: (HTTP 409) where it has none yet.
    """
    panel = Body.objects.filter(kind=Body.Kind.PANEL, agency=agency).select_related("agency").first()
    if panel is None:
        raise wrong_state(
            "機關尚未組成專家審查會（第8條第1項），請先組成。",
            "The agency has no panel yet (art. 8(1)); form one first.",
        )
    return panel


def in_office_on(panel: Body, day: dt.date) -> int:
    """How many sit on the panel on a day."""
    return appointments_on(panel, day).count()


def rulings_of(panel: Body, found: PanelFound, in_office: int) -> tuple[Ruling, ...]:
    """That the panel was lawfully composed, had its quorum, and decided by its agency's own rules.

    Raises:
        Refused: (HTTP 409) for its composition, (HTTP 422) at the figure that falls short.
    """
    day = found.held_on
    composed = require(composition.rule(panel_facts(panel, day), day))
    attended = quorum.Facts(
        members_in_office=in_office,
        present=found.present,
        recused_present=found.recused,
        quorum=quorum_on(panel, day),
    )
    decided = resolution.Facts(
        entitled_present=found.entitled,
        recused_present=found.recused,
        for_=found.in_favour,
        against=found.against,
        abstain=found.abstain,
        majority=majority_on(panel, day),
    )
    return (
        composed,
        _met(quorum.rule(attended, day), "present"),
        _met(resolution.rule(decided, day), "in_favour"),
    )


def refuse_bad(found: PanelFound, today: dt.date, year: int, in_office: int) -> None:
    """Refuse a day or figures that cannot be (HTTP 422)."""
    if found.held_on > today:
        raise bad_input("held_on", "會議日期不得晚於今日。", "The panel cannot have met after today.")
    if found.held_on.year < year:
        raise bad_input(
            "held_on",
            f"會議日期不得早於盤點年度（西元{year}年）。",
            f"The panel cannot have met before the year of the round, {year}.",
        )
    if not 1 <= found.present <= in_office:
        raise bad_input(
            "present", f"出席人數應為1至{in_office}人。", f"Between 1 and {in_office} members can attend."
        )
    if not 0 <= found.recused <= found.present:
        raise bad_input("recused", "迴避人數不得多於出席人數。", "No more can be recused than attended.")
    if not 0 <= found.in_favour <= found.entitled:
        raise bad_input(
            "in_favour",
            "贊成人數不得多於出席而未迴避的人數。",
            "No more can be in favour than attended and were not recused.",
        )
    if found.abstain < 0 or found.against < 0:
        raise bad_input(
            "abstain",
            "贊成與棄權合計不得多於出席而未迴避的人數。",
            "No more can vote than attended and were not recused.",
        )
    if not found.opinion.strip():
        raise bad_input("opinion", "請填寫審查意見。", "Write the panel's opinion.")


def _met(ruling: Ruling, field: str) -> Ruling:
    if not ruling.is_yes:
        raise Refused(ruling.reason, status=422, ruling=ruling, field=field)
    return ruling
