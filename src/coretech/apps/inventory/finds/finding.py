"""Finding one find, with its portfolio open to the reader; and locking it to write to it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.inventory.finds.judgements import root_of
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.models import Find
from coretech.kit.refusal import not_found

_LARGEST = 2**63 - 1


def find_find(by: Acting, find_id: int) -> Find:
    """The find, where this reader may open its portfolio (HTTP 403 and 404 as `find_portfolio`)."""
    rows = Find.objects.select_related("portfolio__round__agency", "row__intake", "batch")
    found = rows.filter(pk=min(find_id, _LARGEST)).first()
    if found is None:
        raise not_found(
            "沒有這筆比對結果，或您無權閱覽。", "There is no such find, or it is not yours to see."
        )
    find_portfolio(by, found.portfolio_id)
    return found


def lock_find(by: Acting, find_id: int) -> Find:
    """The same, with nobody else judging what says the same until the transaction ends."""
    find = find_find(by, find_id)
    hold(f"find:{root_of(find)}")
    return find
