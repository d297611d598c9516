"""Allowing, or no longer allowing, that terms are learned from a confidential portfolio: the agency's own word."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.models import Portfolio, TrainingLeave
from coretech.kit.refusal import bad_input, wrong_state

LONGEST_WHY = 1000


def check(by: Acting, portfolio: Portfolio) -> None:
    """Whether this person speaks for its agency, and the portfolio needs leave at all."""
    allow_screening(by, portfolio)
    if not portfolio.confidential:
        raise wrong_state(
            "這個計畫組合未列為機密，學習詞彙不須另行同意。",
            "This portfolio is not confidential; learning from it needs no leave.",
        )


@operation
def allow_training(by: Acting, portfolio_id: int, why: str, *, allowed: bool) -> Act:
    """Write who allowed it, or took it back, and why; the newest word counts for the next version learned."""
    portfolio = lock_portfolio(portfolio_id)
    check(by, portfolio)
    if not 0 < len(why.strip()) <= LONGEST_WHY:
        raise bad_input(
            "why",
            f"請寫明理由（{LONGEST_WHY}字以內），例如簽准文號。",
            f"Say why, such as the number of the approval, in {LONGEST_WHY} characters at most.",
        )
    row = TrainingLeave.objects.create(
        portfolio_id=portfolio.projects_key, allowed=allowed, why=why.strip(), by_id=by.person_id, at=by.at
    )
    return record(
        by,
        "inventory.training_allowed" if allowed else "inventory.training_forbidden",
        portfolio.subject,
        public={"agency": portfolio.round.agency.code},
        why=row.why,
        rows=[row],
    )
