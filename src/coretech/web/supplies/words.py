"""Levels as tags, figures and periods as pages print them."""

from decimal import Decimal

from django.urls import reverse
from markupsafe import Markup

from coretech.apps.supplies.models import Commodity
from coretech.apps.supplies.state import State
from coretech.apps.supplies.words import LEVELS
from coretech.engines.supplies.periods import Period
from coretech.engines.supplies.standing import Level
from coretech.engines.supplies.wording import shown, shown_days
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import say, tr

NOTHING = "–"
COLOURS = {
    Level.BELOW: "red",
    Level.NEAR: "yellow",
    Level.ABOVE: "green",
    Level.UNKNOWN: "grey",
    Level.NO_STANDARD: "grey",
}
NEVER = Sentence("尚無申報", "No returns yet")


def figure(value: Decimal | None, places: int = 1) -> str:
    """A figure, or a dash for one that was not told; nought is printed as 0."""
    return NOTHING if value is None else shown(value, places)


def days(value: Decimal | None) -> str:
    """Days of cover, cut to one place."""
    return NOTHING if value is None else shown_days(value)


def level_tag(level: Level) -> Markup:
    """The level as a word on its colour."""
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>').format(
        COLOURS[level], say(LEVELS[level])
    )


def status(state: State) -> Markup | str:
    """Where a commodity stands, in a word."""
    return level_tag(state.standing.level) if state.reported else say(NEVER)


def period(of: Period) -> str:
    """A period by its two days."""
    return say(of.said())


def link_to(commodity: Commodity) -> Markup:
    """The commodity's name, leading to its page."""
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("supply", args=[commodity.slug]), tr(commodity.zh, commodity.en.capitalize())
    )
