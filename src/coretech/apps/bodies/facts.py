"""From seats and appointments to the law's facts."""

import datetime as dt

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_on
from coretech.law.panel import composition as panel_composition
from coretech.law.terms import Group, PanelConvener


def panel_facts(body: Body, day: dt.date) -> panel_composition.Facts:
    """How a panel is composed on a day, for article 8."""
    seated = list(appointments_on(body, day))
    convener = next((held for held in seated if held.seat.convener), None)
    return panel_composition.Facts(
        people=len(seated),
        convener=None if convener is None else PanelConvener.HEAD,
        groups=frozenset(Group(held.seat.group) for held in seated if held.seat.group),
    )
