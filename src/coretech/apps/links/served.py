"""What the page of an item says of the plans that serve it."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.clock import now
from coretech.apps.links.models import Link
from coretech.apps.links.queries import Shown, links_to
from coretech.apps.register.queries import history, newest_of
from coretech.apps.register.related import Related
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

RELATIONS = {
    Link.Relation.BUILDS: Sentence("建立", "builds"),
    Link.Relation.FUNDS: Sentence("資助", "funds"),
    Link.Relation.PROTECTS: Sentence("保護", "protects"),
    Link.Relation.SUPPLIES: Sentence("確保供應", "secures the supply of"),
}


def measures_for(number: int) -> Iterator[Related]:
    """The measures whose links to an item hold, each leading to its page."""
    technology = newest_of(history(number)).item.technology_id
    for each in links_to(technology, now().astimezone(TAIPEI).date()):
        if each.element is not None:
            yield Related(_words(each), _address(each))


def _words(shown: Shown) -> Sentence:
    title = shown.link.element_key if shown.element is None else f"{shown.element.code} {shown.element.title}"
    relation = RELATIONS[Link.Relation(shown.link.relation)]
    return Sentence(f"{title.strip()}（{relation.zh}）", f"{title.strip()} ({relation.en})")


def _address(shown: Shown) -> str:
    return reverse("plan_element", args=[shown.link.plan.slug, shown.link.element_key])
