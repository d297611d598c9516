"""What the system offers a dossier to cite: its projects, our list and others', earlier cases, and what others add."""

from collections.abc import Callable, Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.evidence import Offer, best, from_cases, from_lists, likeness, words_of
from coretech.apps.cases.grounded import from_finds
from coretech.apps.cases.models import Case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force

_IN_THE_SECTOR = 0.3
"""An item of the same sector is worth a look with less of its name in common."""

Ask = Callable[[Acting, Case], Iterable[Offer]]
_others: list[Ask] = []


def also_offered_by(ask: Ask) -> None:
    """Let a noun above this one offer what it keeps; it says itself what a reader may know."""
    if ask not in _others:
        _others.append(ask)


def offers_for(by: Acting, case: Case) -> list[Offer]:
    """What might be cited, of what this reader may know; the likest of each kind first."""
    others = [offer for ask in _others for offer in ask(by, case)]
    own = [*from_finds(by, case), *_from_register(by, case)]
    return [*own, *from_lists(case), *from_cases(case, visible_cases(by)), *others]


def _from_register(by: Acting, case: Case) -> list[Offer]:
    items = in_force(by.today)
    near = [_offer(each, case) for each in items if each.sector_id == case.sector_id]
    far = [_offer(each, case) for each in items if each.sector_id != case.sector_id]
    return [*best(near, _IN_THE_SECTOR), *best(far)]


def _offer(version: ItemVersion, case: Case) -> Offer:
    return Offer(
        kind="register",
        what=version.name_zh,
        source=f"國家核心關鍵技術清單第{version.item.number}項",
        date=version.valid_from.isoformat(),
        link="",
        score=likeness(version.name_zh, words_of(case)),
    )
