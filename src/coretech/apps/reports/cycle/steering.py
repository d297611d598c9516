"""Who controls a plan: the newest decision holds."""

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import Steering
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action, Matter, who_may


def steering_of(plan: Plan) -> Steering | None:
    """The decision that holds, with its agency; None for a plan that nobody controls yet."""
    return Steering.objects.filter(plan=plan).select_related("controller").order_by("-pk").first()


def steered(plan: Plan) -> Steering:
    """The decision that holds.

    Raises:
        Refused: (HTTP 409) for a plan that nobody controls yet.
    """
    found = steering_of(plan)
    if found is None:
        raise wrong_state(
            "這個計畫還沒有管考機關；請關鍵技術辦公室先指定。",
            "No agency controls this plan yet; the Office names one first.",
        )
    return found


def matter_of(plan: Plan) -> Matter:
    """What the law is asked about: the plan as its controlling agency's matter, nobody's while there is none."""
    found = steering_of(plan)
    return Matter(agencies=frozenset(() if found is None else (found.controller.code,)))


def controls(by: Acting, plan: Plan) -> bool:
    """Whether this person controls the plan today."""
    return who_may(Action.OPEN_PERIOD, by.standing, matter_of(plan), by.today).is_yes
