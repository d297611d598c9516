"""What a panel's decision does to the case before it (art. 8).

In favour, the case is reviewed and can be submitted. Otherwise it stays a draft: the panel's opinion is kept with it,
and it may come again.
"""

from coretech.apps.audit.clock import now
from coretech.apps.audit.rulings import require
from coretech.apps.cases.models import Case, PanelReview
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.states import Step, require_step
from coretech.apps.meetings.decided import Decided
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.models import Ballot, Item, PanelOpinion
from coretech.apps.meetings.panel_opinion import require_current, require_opinion
from coretech.apps.meetings.rulings import quorum_ruling, resolution_ruling
from coretech.kit.refusal import wrong_state
from coretech.law.ruling import Outcome, Ruling

_KINDS = {
    Item.Outcome.APPROVED: "case.reviewed_by_panel",
    Item.Outcome.REJECTED: "case.not_favoured_by_panel",
    Item.Outcome.DEFERRED: "case.deferred_by_panel",
}


def decide_by_panel(item: Item, reference: str, outcome: Item.Outcome) -> Decided:
    """Keep the panel's review, and carry the case on where the panel is in favour.

    Raises:
        Refused: (HTTP 409) where the case stands elsewhere by now, where there was no opinion to vote on, where the
            dossier of a case it favours was rewritten meanwhile, or where the outcome is not what the panel's own rules
            make of the recorded figures.
    """
    case = lock_case(reference)
    rows = () if outcome == Item.Outcome.DEFERRED else (_kept_review(item, case, outcome),)
    return Decided(_KINDS[outcome], case.subject, case, rows)


def _kept_review(item: Item, case: Case, outcome: Item.Outcome) -> PanelReview:
    require_step(Step.REVIEW_BY_PANEL, case.stands_at)
    opinion, room = require_opinion(item), room_of(item)
    _require_lawful(item, room, outcome)
    if outcome == Item.Outcome.APPROVED:
        require_current(opinion, case)
        move(case, Step.REVIEW_BY_PANEL)
    return PanelReview.objects.create(
        **_figures(item, room), **_words(opinion), **_about(item, case, outcome)
    )


def _require_lawful(item: Item, room: Room, outcome: Item.Outcome) -> None:
    require(quorum_ruling(item, room))
    if _carried(resolution_ruling(item, room), item.reading) is not (outcome == Item.Outcome.APPROVED):
        raise wrong_state(
            "結果與專家審查會所定的議決門檻不符。",
            "That is not what the panel's own rules make of the votes.",
        )


def _carried(ruling: Ruling, reading: str) -> bool:
    """Whether the votes carry it: under the reading the chair recorded, or else the one in force."""
    outcomes = {other.id: other.outcome for other in ruling.readings}
    return outcomes.get(reading, ruling.outcome) is Outcome.YES


def _figures(item: Item, room: Room) -> dict[str, int]:
    count = item.tally or {}
    return {
        "in_office": len(room.in_office),
        "present": len(room.attending),
        "recused": len(room.recused & room.attending),
        "in_favour": count.get(Ballot.Choice.FOR, 0),
        "against": count.get(Ballot.Choice.AGAINST, 0),
        "abstain": count.get(Ballot.Choice.ABSTAIN, 0),
    }


def _words(opinion: PanelOpinion) -> dict[str, object]:
    return {"opinion": opinion.text, "conditions": opinion.conditions, "parts": opinion.parts}


def _about(item: Item, case: Case, outcome: Item.Outcome) -> dict[str, object]:
    return {
        "case": case,
        "held_on": item.meeting.held_on,
        "favourable": outcome == Item.Outcome.APPROVED,
        "method": item.method or PanelReview.Method.NAMED,
        "recorded_at": now(),
    }
