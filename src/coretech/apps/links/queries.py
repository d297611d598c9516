"""Links between plans and what they serve: those that hold are public, the others are for those who judge them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import NO_MATTER
from coretech.apps.links.models import Link, LinkJudgement
from coretech.apps.plans.models import Element, Plan, PlanVersion
from coretech.apps.plans.queries import newest_versions
from coretech.apps.register.asked import listed_technologies
from coretech.apps.register.models import ItemVersion
from coretech.apps.reports.revisions.keys import borne_by
from coretech.kit.refusal import not_found
from coretech.law.access import Action, who_may

ACCEPTED = LinkJudgement.Judgement.ACCEPTED
_HOLDS = Q(judgement=ACCEPTED)


@dataclass(frozen=True, slots=True)
class Shown:
    """A link with the element it starts from, the item it leads to while that is listed, and what was judged last."""

    link: Link
    element: Element | None
    item: ItemVersion | None
    judgement: str

    @property
    def holds(self) -> bool:
        """Whether somebody accepted it."""
        return self.judgement == ACCEPTED


def judged() -> QuerySet[Link]:
    """All links with the newest judgement of each as ``judgement``, None while there is none."""
    newest = LinkJudgement.objects.filter(link=OuterRef("pk")).order_by("-pk").values("judgement")[:1]
    rows = Link.objects.annotate(judgement=Subquery(newest))
    return rows.select_related("plan", "technology", "commodity").order_by("pk")


def visible_links(by: Acting) -> QuerySet[Link]:
    """Every link for those who propose and judge them; for all others those that hold."""
    return judged() if sees_all(by) else judged().filter(_HOLDS)


def sees_all(by: Acting) -> bool:
    """Whether this person proposes links, and so sees those that are not judged yet."""
    return who_may(Action.LINK_PLAN, by.standing, NO_MATTER, by.today).is_yes


def links_of(by: Acting, plan: Plan, element_key: str) -> list[Shown]:
    """What an element serves."""
    return shown(visible_links(by).filter(plan=plan, element_key__in=borne_by(plan, [element_key])), by.today)


def links_to(technology: int, day: dt.date) -> list[Shown]:
    """Which elements of which plans serve a technology, by the links that hold."""
    return shown(judged().filter(_HOLDS, technology=technology), day)


def find_link(by: Acting, number: int) -> Shown:
    """One link.

    Raises:
        Refused: (HTTP 404) where there is none that this reader may know of.
    """
    found = shown(visible_links(by).filter(pk=number), by.today)
    if not found:
        raise not_found("沒有這筆連結。", "There is no such link.")
    return found[0]


def shown(rows: Iterable[Link], day: dt.date) -> list[Shown]:
    """Links as pages draw them; three queries for any number of them."""
    links = list(rows)
    if not links:
        return []
    elements = _elements(links)
    items = listed_technologies(day)
    return [
        Shown(
            each,
            elements.get((each.plan_id, each.element_key)),
            items.get(each.technology_id or 0),
            str(getattr(each, "judgement", None) or ""),
        )
        for each in links
    ]


def _elements(links: list[Link]) -> dict[tuple[int, str], Element]:
    """The elements by plan and key, as each plan's newest version has them."""
    versions: dict[int, PlanVersion] = {
        each.pk: each for each in newest_versions() if each.plan_id in {link.plan_id for link in links}
    }
    wanted = Q(version__in=versions, key__in={each.element_key for each in links})
    return {(versions[each.version_id].plan_id, each.key): each for each in Element.objects.filter(wanted)}
