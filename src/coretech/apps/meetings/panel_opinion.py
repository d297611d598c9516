"""The opinion a panel votes on: the newest one, as long as it speaks of the dossier as it is."""

from coretech.apps.audit.rulings import require
from coretech.apps.cases.facts import completeness_facts, newest_parts, versions_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.operations.review_by_panel import require_panel
from coretech.apps.cases.states import Step, require_step
from coretech.apps.meetings.models import Item, PanelOpinion
from coretech.apps.meetings.panel_facts import of_a_panel
from coretech.kit.refusal import wrong_state
from coretech.law.dossier import completeness


def case_before_panel(item: Item) -> Case | None:
    """The case a panel has before it in this item; None for the council's items, and for those without a case."""
    return item.case if of_a_panel(item.meeting) else None


def require_case(item: Item) -> Case:
    """The case a panel has before it (HTTP 409 where there is none)."""
    case = case_before_panel(item)
    if case is None:
        raise wrong_state(
            "審查意見僅於專家審查會審查案件時填寫。", "An opinion is written on a case before a panel only."
        )
    return case


def newest_opinion(item: Item) -> PanelOpinion | None:
    """The opinion that counts, or None while there is none."""
    return item.opinions.order_by("-pk").first()


def require_opinion(item: Item) -> PanelOpinion:
    """The opinion the panel votes on.

    Raises:
        Refused: (HTTP 409) where there is none, with the way out.
    """
    opinion = newest_opinion(item)
    if opinion is None:
        raise wrong_state(
            "尚未擬具審查意見；請承辦人先填寫供表決的審查意見及條件。",
            "There is no opinion to vote on yet; let the agency's officer write it, with its conditions.",
        )
    return opinion


def require_current(opinion: PanelOpinion, case: Case) -> None:
    """Refuse (HTTP 409) where the dossier was rewritten after the opinion: the panel has not seen what would go on."""
    if opinion.parts != versions_of(newest_parts(case)):
        raise wrong_state(
            "擬具審查意見後，提報資料已有新版本；請重擬意見（已開始表決者，先由主席宣告作廢），再行表決。",
            "The dossier was rewritten after the opinion. Write the opinion anew, and vote on that; "
            "where the vote has begun, let the chair annul it first.",
        )


def require_ready(item: Item) -> None:
    """Refuse to open a panel's vote on a case before everything it needs is there; other items pass.

    Raises:
        Refused: (HTTP 409) where the case stands elsewhere, its dossier is incomplete, the panel is not lawfully
            composed on the day, or there is no opinion on the dossier as it is.
    """
    case = case_before_panel(item)
    if case is None:
        return
    require_step(Step.REVIEW_BY_PANEL, case.stands_at)
    require(completeness.rule(completeness_facts(newest_parts(case)), item.meeting.day))
    require_panel(case, item.meeting.day)
    require_current(require_opinion(item), case)
