"""From seats and appointments to the law's facts, and to what it says of a body on a day."""

import datetime as dt
from collections.abc import Sequence

from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.queries import appointments_on
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.council import capacity
from coretech.law.council import composition as council_composition
from coretech.law.office import director
from coretech.law.panel import composition as panel_composition
from coretech.law.ruling import Ruling
from coretech.law.terms import Category, Group, PanelConvener, Post


def panel_facts(body: Body, day: dt.date) -> panel_composition.Facts:
    """How a panel is composed on a day, for article 8."""
    return _panel(list(appointments_on(body, day)))


def standing_rulings(body: Body, day: dt.date) -> tuple[Ruling, ...]:
    """What the law says of a body as it stands on a day; nothing of the advisers, whose number is free."""
    return rulings_on(body, list(appointments_on(body, day)), day)


def rulings_on(body: Body, seated: Sequence[Appointment], day: dt.date) -> tuple[Ruling, ...]:
    """The same, of people already looked up: whether they are a lawful body, composition first."""
    if body.kind == Body.Kind.COUNCIL:
        able = capacity.rule(capacity.Facts(members_in_office=len(seated)), day)
        return council_composition.rule(_council(seated), day), able
    if body.kind == Body.Kind.PANEL:
        return (panel_composition.rule(_panel(seated), day),)
    if body.kind == Body.Kind.OFFICE:
        directors = sum(held.seat.convener for held in seated)
        return (director.rule(director.Facts(count=directors), day),)
    return ()


def shortcomings(body: Body, day: dt.date) -> tuple[Sentence, ...]:
    """What a body falls short of on a day: each answer of the law that is not yes, and each of its warnings."""
    rulings, on = standing_rulings(body, day), said(day)
    unmet = [ruling.reason for ruling in rulings if not ruling.is_yes]
    told = [*unmet, *(warning.text for ruling in rulings for warning in ruling.warnings)]
    return tuple(Sentence(f"{on.zh}：{each.zh}", f"On {on.en}: {each.en}") for each in told)


def _council(seated: Sequence[Appointment]) -> council_composition.Facts:
    convener = _convener(seated)
    return council_composition.Facts(
        members_in_office=len(seated),
        convener_post=None if convener is None else Post(convener.convenes_as or Post.MINISTER),
        categories=frozenset(Category(held.seat.category) for held in seated if held.seat.category),
    )


def _panel(seated: Sequence[Appointment]) -> panel_composition.Facts:
    convener = _convener(seated)
    by = None if convener is None else PanelConvener(convener.convenes_as or PanelConvener.HEAD)
    return panel_composition.Facts(
        people=len(seated),
        convener=by,
        groups=frozenset(Group(held.seat.group) for held in seated if held.seat.group),
    )


def _convener(seated: Sequence[Appointment]) -> Appointment | None:
    """Who convenes; where the record does not say by what, it is whom the article names first."""
    return next((held for held in seated if held.seat.convener), None)
