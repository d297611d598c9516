"""Naming somebody of the agency's panel to a confidential portfolio (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.models import Portfolio, PortfolioReader
from coretech.apps.inventory.yearly.panelists import panelists_of
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting, portfolio: Portfolio) -> None:
    """Whether this person speaks for its agency, and the portfolio names its readers."""
    allow_screening(by, portfolio)
    if not portfolio.confidential:
        raise wrong_state(
            "這個計畫組合未列為機密，專家審查會委員都可閱覽。",
            "This portfolio is not confidential; all of the panel may read it.",
        )


@operation
def name_portfolio_reader(by: Acting, portfolio_id: int, person_id: int) -> Act:
    """Name one of the panel; the portfolio opens to them once they have signed the agreement."""
    portfolio = lock_portfolio(portfolio_id)
    check(by, portfolio)
    if person_id not in {person.pk for person in panelists_of(portfolio.round.agency, by.today)}:
        raise bad_input(
            "person", "請選擇這個機關專家審查會的委員。", "Choose somebody who sits on the agency's panel."
        )
    if PortfolioReader.objects.filter(portfolio=portfolio.projects_key, person=person_id).exists():
        raise wrong_state("已指名這位委員。", "This member is named already.")
    row = PortfolioReader.objects.create(
        portfolio_id=portfolio.projects_key, person_id=person_id, by_id=by.person_id, at=by.at
    )
    return record(
        by,
        "inventory.portfolio_reader_named",
        portfolio.subject,
        public={"agency": portfolio.round.agency.code},
        confidential={"person": person_id},
        rows=[row],
    )
