"""Proposing that a plan's element serves a technology of the list, or a commodity."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.links.models import Link
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.register.asked import listed_item
from coretech.apps.supplies.models import Commodity
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_WHY = 1000


@dataclass(frozen=True, slots=True)
class Served:
    """What is served, and how: an item of the list by its number, or a commodity by its address; why in words."""

    relation: str
    why: str
    item: int | None = None
    commodity: str = ""


def check(by: Acting) -> None:
    """Whether this person proposes links."""
    allow(by, Action.LINK_PLAN)


@operation
def propose_link(by: Acting, slug: str, element_key: str, served: Served) -> Act:
    """Write the proposal; it is public once somebody accepts it."""
    check(by)
    _require_sound(served)
    version = version_of(slug)
    element = element_of(version, element_key)
    hold(f"links:{slug}")
    what = _what(by, served)
    if Link.objects.filter(
        plan=version.plan, element_key=element.key, relation=served.relation, **what
    ).exists():
        raise wrong_state("這項連結已有人提出。", "This link has been proposed already.")
    link = Link.objects.create(
        plan=version.plan,
        element_key=element.key,
        relation=served.relation,
        why=served.why.strip(),
        proposed_by_id=by.person_id,
        proposed_at=by.at,
        **what,
    )
    return record(
        by,
        "link.proposed",
        f"link/{link.pk}",
        public={
            "plan": slug,
            "element": element.key,
            "relation": served.relation,
            "item": served.item,
            "commodity": served.commodity,
        },
        rows=[link],
        why=served.why,
    )


def _require_sound(served: Served) -> None:
    if served.relation not in Link.Relation.values:
        raise bad_input("relation", "請選擇關係。", "Choose how it serves.")
    if not served.why.strip():
        raise bad_input("why", "請說明理由。", "Say why.")
    if len(served.why) > LONGEST_WHY:
        raise bad_input("why", f"請在{LONGEST_WHY}字以內。", f"Write {LONGEST_WHY} characters at most.")
    if (served.item is None) is (not served.commodity):
        raise bad_input(
            "item",
            "請選擇一項清單項目，或一項物資，擇一。",
            "Choose an item of the list or a commodity, one of the two.",
        )


def _what(by: Acting, served: Served) -> dict[str, object]:
    """The technology behind an item of today's list, or the commodity."""
    if served.item is not None:
        return {"technology_id": listed_item(served.item, by.today).item.technology_id, "commodity": None}
    commodity = Commodity.objects.filter(slug=served.commodity).first()
    if commodity is None:
        raise bad_input("commodity", "沒有這項物資。", "There is no such commodity.")
    return {"technology_id": None, "commodity": commodity}
