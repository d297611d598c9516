"""Recording the panel's review of a whole round, also where nothing was found (arts. 8, 9)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow, as_recorded
from coretech.apps.inventory.models import Round, RoundReview
from coretech.apps.inventory.yearly.facts import unreviewed
from coretech.apps.inventory.yearly.panel_review import (
    PanelFound,
    in_office_on,
    panel_of,
    refuse_bad,
    rulings_of,
)
from coretech.apps.inventory.yearly.rounds import lock_round, save_round
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action, Matter


def check(by: Acting, round_: Round) -> None:
    """Whether the panel's review of the round may be recorded now; a reported one only for a later find."""
    allow(by, Action.KEEP_INVENTORY, Matter(agencies=frozenset({round_.agency.code})))
    if round_.state == Round.State.REPORTED and not unreviewed(round_):
        raise wrong_state(
            "這次盤點已提報，沒有待審的候選項目。", "The round is reported and nothing was found since."
        )
    panel_of(round_.agency)


@operation
def review_round(by: Acting, round_id: int, found: PanelFound, seen: int | None = None) -> Act:
    """Keep what the panel found of the round as it is; a round reported before goes back to be reported again."""
    round_ = lock_round(round_id, seen)
    check(by, round_)
    panel = panel_of(round_.agency)
    in_office = in_office_on(panel, found.held_on)
    refuse_bad(found, by.today, round_.year, in_office)
    asked = rulings_of(panel, found, in_office)
    kept = _kept(by, round_, found, in_office)
    return record(
        by,
        "inventory.round_reviewed",
        round_.subject,
        public={
            "agency": round_.agency.code,
            "year": round_.year,
            "held_on": found.held_on.isoformat(),
            "present": found.present,
            "in_favour": found.in_favour,
            "rulings": [as_recorded(ruling) for ruling in asked],
        },
        confidential={"opinion": found.opinion.strip()},
        rows=[kept],
    )


def _kept(by: Acting, round_: Round, found: PanelFound, in_office: int) -> RoundReview:
    review = RoundReview.objects.create(
        round=round_,
        held_on=found.held_on,
        in_office=in_office,
        present=found.present,
        recused=found.recused,
        in_favour=found.in_favour,
        abstain=found.abstain,
        candidates=sorted(round_.candidates.values_list("pk", flat=True)),
        opinion=found.opinion.strip(),
        recorded_at=by.at,
    )
    round_.state, round_.acknowledged_at = Round.State.REVIEWED, None
    save_round(round_)
    return review
