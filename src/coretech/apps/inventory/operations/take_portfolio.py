"""Taking the projects of an uploaded portfolio by the columns that were named; screening begins with it."""

from collections.abc import Sequence
from itertools import count

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.gathering import gathered_digest
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.catalogue import catalogue_on, kept
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.finds.sealed_rows import file_of, sealed_projects
from coretech.apps.inventory.keys import next_keys
from coretech.apps.inventory.models import Portfolio, PortfolioIntake, PortfolioRow, TermModel
from coretech.kit.refusal import bad_input, wrong_state
from coretech.readers.portfolios.columns import Columns
from coretech.readers.portfolios.projects import Project, Read, read_projects
from coretech.readers.portfolios.tables import read_table

MOST_FAULTS = 500
"""How many of the rows left out are listed; all are counted."""
_INTAKES = "inventory_portfoliointake"


def check(by: Acting, portfolio: Portfolio) -> None:
    """Whether this person screens for its agency, and its rows are not taken yet."""
    allow_screening(by, portfolio)
    if portfolio.state != Portfolio.State.UPLOADED:
        raise wrong_state("這個計畫組合的資料列已經讀入。", "The rows of this portfolio are taken already.")


def foresee(portfolio: Portfolio, columns: Columns) -> Read:
    """What the file holds by these columns; nothing is written."""
    return read_projects(read_table(file_of(portfolio)), columns)


@operation
def take_portfolio(by: Acting, portfolio_id: int, columns: Columns) -> Act:
    """Write the sound rows, each sealed, and list those left out; the catalogue and the terms are fixed with it."""
    portfolio = lock_portfolio(portfolio_id)
    check(by, portfolio)
    read = foresee(portfolio, columns)
    if not read.projects:
        raise bad_input(
            "id", "沒有任何一列可以讀入，請確認欄位。", "Not one row could be taken; look at the columns."
        )
    catalogue = catalogue_on(by.today, foreign=portfolio.foreign)
    if not catalogue:
        raise wrong_state("清單沒有任何項目可以比對。", "There is no item on any list to compare with.")
    intake = _written(by, portfolio, columns, read.projects)
    portfolio.state, portfolio.content = Portfolio.State.SCREENING, b""
    portfolio.catalogue = kept(catalogue)
    portfolio.model = TermModel.objects.filter(agency=portfolio.round.agency).first()
    portfolio.total, portfolio.fault_count = len(read.projects), read.left_out
    portfolio.faults = [fault.as_dict() for fault in read.faults[:MOST_FAULTS]]
    portfolio.save()
    return record(
        by,
        "inventory.portfolio_taken",
        portfolio.subject,
        public={"agency": portfolio.round.agency.code},
        confidential={"rows": intake.rows, "left_out": read.left_out, "items": len(catalogue)},
        rows=[intake],
    )


def _written(
    by: Acting, portfolio: Portfolio, columns: Columns, projects: Sequence[Project]
) -> PortfolioIntake:
    """The rows first and then what they hang on: its digest is over what the database holds."""
    (key,) = next_keys(_INTAKES, 1)
    sealed = sealed_projects(portfolio, projects)
    rows = [
        PortfolioRow(intake_id=key, place=place, line=project.line, sealed=text)
        for place, project, text in zip(count(), projects, sealed, strict=False)
    ]
    PortfolioRow.objects.bulk_create(rows, batch_size=2000)
    return PortfolioIntake.objects.create(
        pk=key,
        portfolio=portfolio,
        columns={name: told for name, told in columns.items() if told},
        rows=len(rows),
        rows_sha256=gathered_digest(_INTAKES, key),
        by_id=by.person_id,
        at=by.at,
    )
