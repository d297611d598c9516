"""Screening the next projects of a portfolio: each is compared with the catalogue, and what it is most like is kept."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.gathering import gathered_digest
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.comparing import comparing_for
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.finds.screenings import repeated_by
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.keys import next_keys
from coretech.apps.inventory.models import Find, FindBatch, Portfolio, PortfolioRow, UnchangedFind
from coretech.kit.refusal import wrong_state

AT_ONCE = 500
"""Projects a step compares: about a second's work, and as much as an interruption loses."""
_BATCHES = "inventory_findbatch"


def check(by: Acting, portfolio: Portfolio) -> None:
    """Whether this person screens for its agency, and something waits to be screened."""
    allow_screening(by, portfolio)
    if portfolio.state != Portfolio.State.SCREENING:
        raise wrong_state(
            "這個計畫組合目前沒有等候比對的資料列。", "No row of this portfolio waits to be screened now."
        )


@operation
def screen_portfolio(by: Acting, portfolio_id: int, most: int = AT_ONCE) -> Act:
    """Compare the next rows and keep their finds; with the last of them the portfolio is screened."""
    portfolio = lock_portfolio(portfolio_id)
    check(by, portfolio)
    rows = list(
        PortfolioRow.objects.filter(
            intake__portfolio=portfolio.projects_key, place__gte=portfolio.screened
        ).select_related("intake")[:most]
    )
    batch = _written(by, portfolio, rows)
    portfolio.screened += len(rows)
    if portfolio.screened >= portfolio.total:
        portfolio.state, portfolio.screened_at = Portfolio.State.SCREENED, by.at
    portfolio.save(update_fields=["screened", "state", "screened_at"])
    return record(
        by,
        "inventory.portfolio_screened",
        portfolio.subject,
        public={"agency": portfolio.round.agency.code},
        confidential={"first": batch.first, "rows": batch.rows, "model": batch.model_id},
        rows=[batch],
    )


def _written(by: Acting, portfolio: Portfolio, rows: Sequence[PortfolioRow]) -> FindBatch:
    """The finds first, with which of them an earlier screening found as well, and then what they hang on."""
    (key,) = next_keys(_BATCHES, 1)
    compared = comparing_for(portfolio).compared(projects_of(rows))
    finds = Find.objects.bulk_create(
        Find(
            batch_id=key,
            portfolio=portfolio,
            row=row,
            item=best.key,
            score=best.score,
            others=[[other.key, other.score] for other in others],
        )
        for row, (best, *others) in zip(rows, compared, strict=True)
    )
    former = repeated_by(portfolio, rows, [best for best, *_ in compared])
    UnchangedFind.objects.bulk_create(
        UnchangedFind(batch_id=key, find=find, former_id=former[find.row_id])
        for find in finds
        if find.row_id in former
    )
    return FindBatch.objects.create(
        pk=key,
        portfolio=portfolio,
        first=portfolio.screened,
        rows=len(rows),
        model=portfolio.model,
        rows_sha256=gathered_digest(_BATCHES, key),
        at=by.at,
    )
