"""Screening portfolios in the background, step by step: what is broken off goes on where it stopped."""

import logging

from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.apps.inventory.models import Portfolio
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.kit.refusal import Refused

_log = logging.getLogger(__name__)


def screen_waiting() -> int:
    """Screen every portfolio that waits, the oldest first; says how many came to their end."""
    waiting = Portfolio.objects.filter(state=Portfolio.State.SCREENING).order_by("pk")
    return sum(_screened(key) for key in list(waiting.values_list("pk", flat=True)))


def _screened(key: int) -> bool:
    """One portfolio in the name of whoever uploaded it, until its end, or until it is held."""
    portfolio = Portfolio.objects.select_related("uploaded_by__account").defer("content").get(pk=key)
    try:
        while Portfolio.objects.filter(pk=key, state=Portfolio.State.SCREENING).exists():
            screen_portfolio(acting_for(portfolio.uploaded_by.account, now()), key)
    except Refused as refused:
        _log.warning("portfolio %s is not screened: %s", key, refused.sentence.en)
        return False
    return Portfolio.objects.filter(pk=key, state=Portfolio.State.SCREENED).exists()
