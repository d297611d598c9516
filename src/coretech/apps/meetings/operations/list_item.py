"""Putting something without a case on the agenda: a report, a discussion, or a motion from the floor."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_called, require_open
from coretech.apps.meetings.models import Item, Meeting
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_ZH, LONGEST_EN = 200, 300
BEFORE = (Item.Kind.REPORT, Item.Kind.DISCUSSION)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is listed; without an English title the Chinese one stands for both."""

    kind: str
    title_zh: str
    title_en: str = ""


def check(by: Acting, meeting: Meeting, kind: str = Item.Kind.REPORT) -> None:
    """Whether such an item may be listed now: a motion while the meeting is open, the others before it begins."""
    allow_on(by, meeting.body, Action.LIST_ITEM)
    if kind == Item.Kind.MOTION:
        require_open(meeting)
    else:
        require_called(meeting)


@operation
def list_item(by: Acting, meeting_id: int, topic: Topic) -> Act:
    """Add the item at the end of the agenda."""
    meeting = lock_meeting(meeting_id)
    if topic.kind not in {*BEFORE, Item.Kind.MOTION}:
        raise bad_input("kind", "請選擇報告、討論或臨時動議。", "Choose a report, a discussion or a motion.")
    check(by, meeting, topic.kind)
    zh, en = topic.title_zh.strip(), topic.title_en.strip()
    if not 0 < len(zh) <= LONGEST_ZH:
        raise bad_input("title_zh", "請填寫案由（200字以內）。", "Give the title, in 200 characters at most.")
    if len(en) > LONGEST_EN:
        raise bad_input(
            "title_en", "英文案由最多300字。", "The English title may have 300 characters at most."
        )
    last = meeting.items.order_by("-order").first()
    item = Item.objects.create(
        meeting=meeting,
        order=1 if last is None else last.order + 1,
        kind=topic.kind,
        title_zh=zh,
        title_en=en or zh,
    )
    return record(
        by,
        "meeting.item_listed",
        item.subject,
        public={"meeting": meeting.pk, "order": item.order, "kind": item.kind},
        confidential={"title": zh},
    )
