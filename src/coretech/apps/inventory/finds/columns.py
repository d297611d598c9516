"""How the columns of a portfolio are guessed: as its agency named them last, or by the headings."""

from coretech.apps.inventory.models import Portfolio, PortfolioIntake
from coretech.readers.portfolios.columns import guess


def guessed_columns(portfolio: Portfolio) -> dict[str, str]:
    """For each thing we ask for a heading of the file, where one is likely; as they were named, once they are."""
    own = PortfolioIntake.objects.filter(portfolio=portfolio.projects_key).first()
    if own is not None:
        return dict(own.columns)
    before = PortfolioIntake.objects.filter(portfolio__round__agency=portfolio.round.agency_id).last()
    return guess(portfolio.headings, {} if before is None else dict(before.columns))
