"""A stage on which something of every kind is due."""

import datetime as dt
from dataclasses import replace

from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.apps.cases.operations.consult import Question, consult
from coretech.apps.inventory.operations.open_round import open_round
from coretech.apps.inventory.operations.send_request import Asked, send_request
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.reply import reply
from coretech.kit.clock import TAIPEI
from tests import factories
from tests.factories import minutes_factories as held

DAY = factories.DAY
HIDDEN = "極機密技術名稱"
SENDER = "陳情人甲"
EVERYBODY = (
    *("office", "agency-nstc", "agency-moea", "announcer", "administrator"),
    *("member-01", "member-02", "member-07", "panel-nstc-01", "panel-nstc-02"),
)


def days(count: int) -> dt.date:
    """So many days after the one the stage stands on."""
    return DAY + dt.timedelta(days=count)


def busy() -> None:
    """Minutes going round, meetings to come, leave asked, a consultation, a round, a request, comments."""
    held.circulated()
    meeting = factories.called_meeting(days(3))
    factories.listed_item(factories.checked_case(factories.renaming()), meeting)
    call_meeting(factories.acting("office"), Call(days(40), "Room 2"))
    reply(factories.acting("member-02"), meeting.pk, "leave", "abroad")
    case = factories.draft_case(replace(factories.addition(), name_zh=HIDDEN, name_en=HIDDEN))
    for name in ("甲", "乙"):
        asked = Question("industry", name, "someone@example.org", "?", days(5))
        consult(factories.acting("agency-nstc"), case.reference, asked)
    open_round(factories.acting("agency-moea"), "moea", days(20), "all programmes")
    send_request(
        factories.acting("public"),
        Asked("environment_changed", "nstc", "某人", "someone@example.org", "Please look again."),
    )
    published()


def published() -> PreAnnouncement:
    """A pre-announcement with one comment that waits."""
    draft = PreAnnouncement.objects.create(
        document_number="示範字第1號", published_on=DAY, comments_until=days(10)
    )
    at = dt.datetime.combine(DAY, dt.time(9), TAIPEI)
    Comment.objects.create(pre_announcement=draft, text=HIDDEN, sender=SENDER, received_at=at)
    return draft
