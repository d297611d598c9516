"""Screening the projects of a portfolio once more, with the list and the learned terms of today (art. 9)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.catalogue import kept
from coretech.apps.inventory.finds.portfolios import allow_screening, lock_portfolio
from coretech.apps.inventory.finds.renewing import Renewal, renewal_of
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.models import Portfolio, Round
from coretech.engines.matching.matcher import THRESHOLD, VERSION
from coretech.kit.refusal import Refused, wrong_state


def check(by: Acting, portfolio: Portfolio) -> None:
    """Whether this person screens for its agency, and its newest screening is done."""
    allow_screening(by, portfolio)
    require_newest(portfolio)
    if portfolio.state != Portfolio.State.SCREENED:
        raise wrong_state("這次比對還沒有完成。", "This screening is not done yet.")


@operation
def screen_again(by: Acting, portfolio_id: int, *, foreign: bool | None = None) -> Act:
    """Begin a new screening beside the old ones, in this year's round; ``foreign`` is as before where not given.

    What was judged stays judged where the new screening says the same; only what is new or changed waits.
    """
    former = lock_portfolio(portfolio_id)
    check(by, former)
    renewal = renewal_of(former, by.today, foreign=former.foreign if foreign is None else foreign)
    if not renewal.differs:
        raise nothing_new()
    portfolio = _begun(by, former, renewal, foreign=former.foreign if foreign is None else foreign)
    return record(
        by,
        "inventory.screened_again",
        portfolio.subject,
        public={"agency": former.round.agency.code, "year": portfolio.round.year},
        confidential={"former": former.pk, "items": len(renewal.catalogue), "model": portfolio.model_id},
    )


def nothing_new() -> Refused:
    """The refusal where a new screening would find the same (HTTP 409)."""
    return wrong_state(
        "清單、詞彙與比對方式都和上次相同，重新比對不會有不同的結果。",
        "The lists, the terms and the way of comparing are those of the last screening; a new one would find the same.",
    )


def _begun(by: Acting, former: Portfolio, renewal: Renewal, *, foreign: bool) -> Portfolio:
    round_, _ = Round.objects.get_or_create(agency=former.round.agency, year=by.today.year)
    return Portfolio.objects.create(
        round=round_,
        origin_id=former.projects_key,
        number=former.number + 1,
        title=former.title,
        name=former.name,
        sha256=former.sha256,
        confidential=former.confidential,
        foreign=foreign,
        state=Portfolio.State.SCREENING,
        content=b"",
        headings=former.headings,
        catalogue=kept(renewal.catalogue),
        threshold=THRESHOLD,
        matcher=VERSION,
        seed=former.seed,
        model=renewal.model,
        total=former.total,
        uploaded_by_id=by.person_id or 0,
        uploaded_at=by.at,
    )
