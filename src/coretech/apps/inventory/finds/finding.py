"""Finding one find, with its portfolio open to the reader; and locking it to write to it."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.inventory.finds.judgements import ROOT, root_of
from coretech.apps.inventory.finds.portfolios import find_portfolio
from coretech.apps.inventory.models import Find, Portfolio
from coretech.kit.refusal import bad_input, not_found

MOST = 100
"""How many finds are asked for together at most."""
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


def find_finds(by: Acting, find_ids: Sequence[int], portfolio: Portfolio | None = None) -> list[Find]:
    """Finds of one portfolio, in the order asked for, each once; of the first one's where none is named.

    Raises:
        Refused: (HTTP 403 and 404) as `find_find`; (HTTP 422) for none, for too many, and for those of another
            portfolio.
    """
    keys = list(dict.fromkeys(min(key, _LARGEST) for key in find_ids))
    if not 0 < len(keys) <= MOST:
        raise bad_input("finds", f"請選擇1至{MOST}件計畫。", f"Choose from 1 to {MOST} projects.")
    within = portfolio or find_find(by, keys[0]).portfolio
    found = Find.objects.select_related("row__intake", "batch").in_bulk(keys)
    strange = [key for key in keys if key not in found or found[key].portfolio_id != within.pk]
    if strange:
        told_zh, told_en = "、".join(map(str, strange)), ", ".join(map(str, strange))
        raise bad_input(
            "finds",
            f"下列各筆不在同一次比對的計畫組合中：{told_zh}。",
            f"These are not in the same screening of one portfolio: {told_en}.",
        )
    for find in found.values():
        find.portfolio = within
    return [found[key] for key in keys]


def lock_finds(by: Acting, find_ids: Sequence[int]) -> list[Find]:
    """The same, with nobody else judging what says the same; locked in one order, so that none waits in a ring."""
    finds = find_finds(by, find_ids)
    rooted = Find.objects.filter(pk__in=[find.pk for find in finds]).annotate(root=ROOT)
    for root in sorted(rooted.values_list("root", flat=True)):
        hold(f"find:{root}")
    return finds
