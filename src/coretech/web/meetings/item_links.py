"""The pages around an item that a reader may open."""

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.suggestions import sees_all
from coretech.kit.sentence import Sentence
from coretech.web.meetings.room import RoomView

Link = tuple[Sentence, str]


def item_links(by: Acting, item: Item, view: RoomView) -> list[Link]:
    """Papers for whoever is not recused; recusals for the secretariat and the chair; a panel's opinion on its case."""
    links: list[Link] = []
    if not view.closed_to_me:
        links.append((Sentence("會議文件", "Papers"), reverse("papers", args=[item.meeting_id])))
        if item.meeting.body.kind == Body.Kind.PANEL and item.case is not None:
            links.append(
                (Sentence("審查意見", "The panel’s opinion"), reverse("item_opinion", args=[item.pk]))
            )
    if sees_all(by, item, view.room) and not is_coordination(item.meeting.body):
        links.append((Sentence("迴避", "Recusals"), reverse("recusals", args=[item.pk])))
    return links
