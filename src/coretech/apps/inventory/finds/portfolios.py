"""Finding portfolios: an agency's own for its officers and panel; a confidential one only for who may open it."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.inventory.models import Portfolio, PortfolioReader
from coretech.kit.refusal import Refused, not_found
from coretech.law.access import Action, Matter, Role, Secrecy

_LARGEST = 2**63 - 1


def matter_of(by: Acting, portfolio: Portfolio) -> Matter:
    """How somebody stands to a portfolio: officers of its agency are named by their post, others by name.

    A confidential one asks for a signed agreement as well (art. 11).
    """
    agency = portfolio.round.agency.code
    readers = PortfolioReader.objects.filter(portfolio=portfolio.projects_key, person=by.person_id)
    named = agency in by.standing.agencies or readers.exists()
    level = Secrecy.INTERNAL if portfolio.confidential else Secrecy.OPEN
    return Matter(agencies=frozenset({agency}), secrecy=level, named=named)


def require_screener(by: Acting) -> None:
    """Refuse whoever screens for no agency (HTTP 403)."""
    allow(by, Action.SCREEN_PORTFOLIO, Matter(agencies=by.standing.agencies))


def require_judge(by: Acting) -> None:
    """Refuse whoever judges finds of no agency (HTTP 403)."""
    allow(by, Action.JUDGE_FIND, Matter(agencies=by.standing.agencies | by.standing.panels))


def allow_screening(by: Acting, portfolio: Portfolio) -> None:
    """Refuse whoever may not screen this portfolio (HTTP 403)."""
    allow(by, Action.SCREEN_PORTFOLIO, matter_of(by, portfolio))


def allow_judging(by: Acting, portfolio: Portfolio) -> None:
    """Refuse whoever may not judge what was found in this portfolio (HTTP 403)."""
    allow(by, Action.JUDGE_FIND, matter_of(by, portfolio))


def visible_portfolios(by: Acting) -> QuerySet[Portfolio]:
    """An agency's own for its officers; those not confidential, or that name the reader, for its panel."""
    rows = Portfolio.objects.select_related("round__agency", "model", "uploaded_by").defer(
        "content", "catalogue"
    )
    seen = Q(pk__in=[])
    if Role.AGENCY_OFFICER in by.standing.roles:
        seen |= Q(round__agency__code__in=by.standing.agencies)
    if Role.PANEL_MEMBER in by.standing.roles:
        naming = PortfolioReader.objects.filter(person=by.person_id or 0).values("portfolio")
        open_to = Q(confidential=False) | Q(pk__in=naming) | Q(origin__in=naming)
        seen |= Q(round__agency__code__in=by.standing.panels) & open_to
    return rows.filter(seen)


def find_portfolio(by: Acting, portfolio_id: int) -> Portfolio:
    """The portfolio, where this reader may know of it and open it.

    Raises:
        Refused: (HTTP 403) for whoever judges for no agency, or has not signed for what is confidential; (HTTP 404) for
            one that is not there or not theirs.
    """
    require_judge(by)
    found = visible_portfolios(by).filter(pk=min(portfolio_id, _LARGEST)).first()
    if found is None:
        raise no_such_portfolio()
    allow_judging(by, found)
    return found


def readable(by: Acting) -> Iterator[tuple[Portfolio, Refused | None]]:
    """Each portfolio this reader may know of, newest first, with why it does not open, where it does not."""
    for found in visible_portfolios(by):
        yield found, refusal_of(allow_judging, by, found)


def lock_portfolio(portfolio_id: int) -> Portfolio:
    """The portfolio, its row locked until the transaction ends (HTTP 404 where there is none)."""
    rows = Portfolio.objects.select_for_update(of=("self",)).select_related("round__agency", "model")
    found = rows.filter(pk=min(portfolio_id, _LARGEST)).first()
    if found is None:
        raise no_such_portfolio()
    return found


def no_such_portfolio() -> Refused:
    """The refusal where there is none, or none that this reader may know of."""
    return not_found(
        "沒有這個計畫組合，或您無權閱覽。", "There is no such portfolio, or it is not yours to see."
    )
