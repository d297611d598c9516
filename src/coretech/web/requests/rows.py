"""What a request is about, in rows of names and values."""

import datetime as dt
from collections.abc import Mapping

from coretech.apps.inventory.models import Request
from coretech.apps.register.models import ItemVersion
from coretech.kit.sentence import Sentence
from coretech.web.requests.words import KIND_NAMES, wish_of
from coretech.web.shell.words import say, tr

NEW = Sentence("清單上還沒有的技術", "A technology that is not on the list")


def subject_of(request: Request, listed: Mapping[int, ItemVersion]) -> str:
    """What the request is about: the item as listed today, or the technology's own name where it is not."""
    if request.technology is None:
        return say(NEW)
    version = listed.get(request.technology.pk)
    if version is None:
        return say(request.technology.label)
    return tr(f"第{version.item.number}項：", f"Item {version.item.number}: ") + say(version.name)


def what_rows(
    request: Request, listed: Mapping[int, ItemVersion], day: dt.date
) -> list[tuple[Sentence, str]]:
    """The ground, the wish, the subject and the authority: nothing personal."""
    return [
        (Sentence("事由", "Ground"), say(KIND_NAMES[Request.Kind(request.kind)])),
        (Sentence("希望", "What should change"), say(wish_of(request))),
        (Sentence("技術", "Technology"), subject_of(request, listed)),
        (Sentence("主管機關", "Authority"), say(request.authority.name_on(day))),
    ]


def sender_rows(request: Request) -> list[tuple[Sentence, str]]:
    """Who sent it: for its authority and the Office alone."""
    return [
        (Sentence("請求人", "Sent by"), request.sender),
        (Sentence("機構", "Organisation"), request.organisation or tr("未填", "Not given")),
        (Sentence("電子郵件", "E-mail address"), request.contact),
    ]
