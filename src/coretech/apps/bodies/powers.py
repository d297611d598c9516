"""Powers bound to a body: the council's are the Office's and its members', a panel's are its agency's own.

A coordination meeting is run by the agency that controls the plans, and joined by those it calls.
"""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Body
from coretech.law.access import Action, Matter, who_may
from coretech.law.ruling import Ruling

_SITTING = frozenset(
    {
        Action.REPLY,
        Action.ASK_TO_SPEAK,
        Action.DECLARE,
        Action.ORDER_RECUSAL,
        Action.CAST_VOTE,
        Action.SETTLE_READING,
        Action.REPLY_TO_MINUTES,
    }
)
"""What members do from their seats; everything else about a panel is run by its agency's officers (art. 8(3))."""

_OF_A_PANEL = {
    Action.APPOINT: Action.APPOINT_TO_PANEL,
    Action.READ_BODY: Action.READ_PANEL,
    Action.READ_MEETING: Action.READ_PANEL,
    Action.READ_PAPER: Action.READ_PANEL,
    Action.SIGN_MINUTES: Action.READ_PANEL,
}

_READING_COORDINATION = frozenset({Action.READ_MEETING, Action.READ_PAPER, Action.SIGN_MINUTES})

_OF_THE_OFFICE = {Action.APPOINT: Action.APPOINT_TO_OFFICE}
"""Somebody must put the first people into the Office: the administrator, who gets no other power by it."""


def power_over(body: Body, action: Action) -> Action:
    """The power that an action takes on this body."""
    if body.kind == Body.Kind.OFFICE:
        return _OF_THE_OFFICE.get(action, action)
    if body.kind == Body.Kind.COORDINATION:
        joins = action in _SITTING or action in _READING_COORDINATION
        return Action.JOIN_COORDINATION if joins else Action.RUN_COORDINATION
    if body.kind != Body.Kind.PANEL:
        return action
    return _OF_A_PANEL.get(action, Action.SIT_ON_PANEL if action in _SITTING else Action.RUN_PANEL)


def who_may_on(by: Acting, body: Body, action: Action) -> Ruling:
    """Whether somebody may take an action on a body today."""
    matter = Matter(agencies=frozenset({body.agency.code}))
    return who_may(power_over(body, action), by.standing, matter, by.today)


def allow_on(by: Acting, body: Body, action: Action) -> Ruling:
    """Require it (HTTP 403 otherwise)."""
    return require(who_may_on(by, body, action), status=403)
