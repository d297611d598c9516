"""Holding the screening of a portfolio, and going on with it where it stopped."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.models import Portfolio
from coretech.kit.refusal import wrong_state

_FROM = {True: Portfolio.State.SCREENING, False: Portfolio.State.HELD}


def check(by: Acting, portfolio: Portfolio, *, hold: bool) -> None:
    """Whether this person screens for its agency, and it runs, or stands still."""
    allow_screening(by, portfolio)
    if portfolio.state != _FROM[hold]:
        raise wrong_state(
            "比對不在進行中，不能暫停。" if hold else "比對沒有暫停，不必繼續。",
            "It is not being screened, so it cannot be held." if hold else "It is not held.",
        )


@operation
def hold_screening(by: Acting, portfolio_id: int, *, hold: bool) -> Act:
    """Hold it after the rows in hand, or go on; what was found stays."""
    portfolio = lock_portfolio(portfolio_id)
    check(by, portfolio, hold=hold)
    portfolio.state = _FROM[not hold]
    portfolio.save(update_fields=["state"])
    return record(
        by,
        "inventory.screening_held" if hold else "inventory.screening_resumed",
        portfolio.subject,
        public={"agency": portfolio.round.agency.code},
        confidential={"screened": portfolio.screened},
    )
