"""Recording the review of a panel that met outside the system (art. 8)."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.facts import panel_facts
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_on
from coretech.apps.cases.facts import completeness_facts, newest_parts, panel_of, versions_of
from coretech.apps.cases.models import Case, PanelReview
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.paper_review import Review, refuse_bad, rulings_of
from coretech.apps.cases.states import Step
from coretech.kit.refusal import wrong_state
from coretech.law.dossier import completeness
from coretech.law.panel import composition
from coretech.law.ruling import Ruling

__all__ = ["Review", "check", "composition_ruling", "require_panel", "review_by_panel"]


def check(by: Acting, case: Case) -> None:
    """Whether the panel may be asked now: the right agency, a dossier to read, a panel of lawful size."""
    check_step(by, case, Step.REVIEW_BY_PANEL)
    require(completeness.rule(completeness_facts(newest_parts(case)), by.today))
    require_panel(case, by.today)


def composition_ruling(panel: Body, day: dt.date) -> Ruling:
    """Whether the panel is lawfully composed on a day."""
    return composition.rule(panel_facts(panel, day), day)


def require_panel(case: Case, day: dt.date) -> tuple[Body, Ruling]:
    """The panel of the case's agency with the ruling on its composition.

    Raises:
        Refused: (HTTP 409) where there is none, or none that is lawfully composed on the day.
    """
    panel = panel_of(case)
    if panel is None:
        raise wrong_state(
            "提報機關尚未組成專家審查會（第8條第1項）。",
            "The agency has no panel yet (art. 8(1)); form one first.",
        )
    return panel, require(composition_ruling(panel, day))


@operation
def review_by_panel(by: Acting, reference: str, review: Review, seen: int | None = None) -> Act:
    """Record the panel's meeting; the case goes on where the panel met and decided by its agency's own rules."""
    case = lock_case(reference, seen)
    check(by, case)
    panel, composed = require_panel(case, review.held_on)
    in_office = appointments_on(panel, review.held_on).count()
    refuse_bad(by, case, review, in_office)
    asked = (composed, *rulings_of(panel, review, in_office))
    kept = PanelReview.objects.create(
        case=case,
        in_office=in_office,
        parts=versions_of(newest_parts(case)),
        recorded_at=by.at,
        **review.kept(),
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
            "on_paper": True,
            "rulings": [as_recorded(ruling) for ruling in asked],
        },
        confidential={"opinion": review.opinion.strip(), "conditions": review.conditions.strip()},
        rows=[kept],
    )
