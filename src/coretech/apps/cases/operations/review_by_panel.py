"""Recording the review by the agency's panel (art. 8)."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.facts import panel_facts
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.cases.facts import completeness_facts, newest_parts, panel_of
from coretech.apps.cases.models import Case, PanelReview
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.dossier import completeness
from coretech.law.panel import composition
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Review:
    """The panel's meeting on the case, as the form gives it."""

    held_on: dt.date
    present: int
    in_favour: int
    opinion: str


def check(by: Acting, case: Case) -> None:
    """Whether the panel may be asked now: the right agency, a dossier to read, a panel of lawful size."""
    check_step(by, case, Step.REVIEW_BY_PANEL)
    require(completeness.rule(completeness_facts(newest_parts(case)), by.today))
    _require_panel(case, by.today)


def composition_ruling(panel: Body, day: dt.date) -> Ruling:
    """Whether the panel is lawfully composed on a day."""
    return composition.rule(panel_facts(panel, day), day)


@operation
def review_by_panel(by: Acting, reference: str, review: Review, seen: int | None = None) -> Act:
    """Record the panel's meeting; the case goes on where more than half of those present are in favour."""
    case = lock_case(reference, seen)
    check(by, case)
    panel, ruling = _require_panel(case, review.held_on)
    _refuse_bad(by, case, review, seats=appointments_on(panel, review.held_on).count())
    PanelReview.objects.create(
        case=case,
        held_on=review.held_on,
        present=review.present,
        in_favour=review.in_favour,
        opinion=review.opinion.strip(),
        recorded_at=by.at,
    )
    move(case, Step.REVIEW_BY_PANEL)
    return record(
        by,
        "case.reviewed_by_panel",
        case.subject,
        public={
            "held_on": review.held_on.isoformat(),
            "present": review.present,
            "in_favour": review.in_favour,
            "ruling": as_recorded(ruling),
        },
        confidential={"opinion": review.opinion.strip()},
    )


def _require_panel(case: Case, day: dt.date) -> tuple[Body, Ruling]:
    panel = panel_of(case)
    if panel is None:
        raise wrong_state(
            "提報機關尚未組成專家審查會（第8條第1項）。",
            "The agency has no panel yet (art. 8(1)); form one first.",
        )
    return panel, require(composition_ruling(panel, day))


def _refuse_bad(by: Acting, case: Case, review: Review, seats: int) -> None:
    if review.held_on > by.today:
        raise bad_input("held_on", "會議日期不得晚於今日。", "The panel cannot have met after today.")
    if review.held_on < case.candidate.found_at.astimezone(TAIPEI).date():
        raise bad_input(
            "held_on",
            "會議日期不得早於盤點發現日。",
            "The panel cannot have met before the candidate was found.",
        )
    if not 1 <= review.present <= seats:
        raise bad_input(
            "present", f"出席人數應為1至{seats}人。", f"Between 1 and {seats} panel members can attend."
        )
    if not 0 <= review.in_favour <= review.present:
        raise bad_input("in_favour", "贊成人數不得多於出席人數。", "No more can be in favour than attended.")
    if 2 * review.in_favour <= review.present:
        raise bad_input(
            "in_favour",
            f"出席{review.present}人中贊成{review.in_favour}人，未過半，不得提報；可修正資料後再審。",
            f"{review.in_favour} of {review.present} present were in favour, which is not more than half; "
            "revise the dossier and ask the panel again.",
        )
    if not review.opinion.strip():
        raise bad_input("opinion", "請填寫審查意見。", "Write the panel's opinion.")
