"""A plan's rules for traffic lights: the newest set by its controller, else the defaults."""

import datetime as dt
from decimal import Decimal

from coretech.apps.plans.models import Plan
from coretech.apps.reports.models import LightRules
from coretech.engines.progress.thresholds import Rules
from coretech.kit.refusal import bad_input

SHARES = ("green", "amber", "overdue")


def rules_of(plan: Plan, day: dt.date) -> Rules:
    """The rules that hold."""
    newest = newest_rules(plan)
    return Rules(since=day) if newest is None else from_stored(newest.rules)


def newest_rules(plan: Plan) -> LightRules | None:
    """The controller's newest decision; None while the defaults hold."""
    return LightRules.objects.filter(plan=plan).order_by("-pk").first()


def as_stored(rules: Rules) -> dict[str, str | bool]:
    """Rules as JSON; shares as text, so that no figure is rounded."""
    shares = {name: f"{getattr(rules, name):f}" for name in SHARES}
    return {"since": rules.since.isoformat(), **shares, "missed_year": rules.missed_year}


def from_stored(stored: dict[str, str | bool]) -> Rules:
    """Rules as they were stored."""
    shares = {name: Decimal(str(stored[name])) for name in SHARES if name in stored}
    since = dt.date.fromisoformat(str(stored["since"]))
    return Rules(since=since, missed_year=bool(stored.get("missed_year", True)), **shares)


def made_rules(day: dt.date, green: Decimal, amber: Decimal, overdue: Decimal, *, missed_year: bool) -> Rules:
    """Rules from what somebody typed.

    Raises:
        Refused: (HTTP 422) where the thresholds are out of order.
    """
    try:
        return Rules(day, green, amber, overdue, missed_year)
    except ValueError:
        raise bad_input(
            "amber",
            "門檻須在 0 與 1 之間，黃燈不得高於綠燈，逾期須大於 0。",
            "Thresholds lie between 0 and 1, amber not above green, overdue above 0.",
        ) from None
