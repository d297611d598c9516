"""The notice of a meeting: when and where, what there is to prepare, and who is coming."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Outbox
from coretech.apps.audit.queries import acts_of
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.meetings import queries
from coretech.apps.meetings.models import Meeting, Reply
from coretech.apps.meetings.operations import (
    cancel_meeting,
    change_notice,
    invite_observer,
    list_item,
    record_attendance,
    reply,
)
from coretech.apps.meetings.replies import Expected, counts_of_replies, expected_at
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.meetings.gates import gate_of
from coretech.web.meetings.words import KINDS, seat_name, title_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column, Tag, Task
from coretech.web.shell.words import say

COLUMNS = (
    Column(Sentence("席位", "Seat")),
    Column(Sentence("回覆", "Answer")),
    Column(Sentence("事由", "Cause")),
)
COUNTED = {
    "accepted": Sentence("出席", "Will attend"),
    "stand_in": Sentence("指派代表", "Stand-in"),
    "leave": Sentence("請假", "On leave"),
    "silent": Sentence("尚未回覆", "No answer yet"),
}
SILENT = Tag(COUNTED["silent"], "grey")
ANSWERS = {
    Reply.Answer.ACCEPTED: Tag(Sentence("出席", "Will attend"), "green"),
    Reply.Answer.LEAVE: Tag(Sentence("請假", "On leave"), "yellow"),
}
SENT = Tag(Sentence("指派代表", "Stand-in"), "teal")
_OPEN, _CLOSED = Tag(Sentence("可辦理", "Open"), "blue"), Tag(Sentence("未開放", "Not open"), "grey")

_STEPS = (
    (Sentence("回覆開會通知", "Answer the notice"), "meeting_reply", reply.check),
    (Sentence("更改並重送通知", "Change the notice and send it anew"), "notice_change", change_notice.check),
    (Sentence("議程", "Agenda"), "meeting_agenda", list_item.check),
    (Sentence("列席者", "Observers"), "observers", invite_observer.check),
    (Sentence("出席名單", "Attendance sheet"), "attendance", record_attendance.check),
    (Sentence("取消會議", "Cancel the meeting"), "meeting_cancel", cancel_meeting.check),
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far the mails of the meeting's notices are: gone, waiting, and failing."""

    sent: int
    waiting: int
    failing: tuple[str, ...]


@require_safe
def notice(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """When and where, the calendar file, what this reader can do beforehand, and who is coming."""
    by = acting(request)
    found = queries.find_meeting(by, meeting_id)
    expected, keeps = expected_at(found), _keeps_sheet(by, found)
    context = {
        "meeting": found,
        "title": title_of(found),
        "facts": facts_of(found),
        "tasks": _tasks(by, found),
        "counts": [(COUNTED[name], count) for name, count in counts_of_replies(expected).items()],
        "columns": COLUMNS,
        "rows": [_row(each, found) for each in expected] if keeps else None,
        "delivery": delivery_of(found) if keeps else None,
        "cancelled": _why_cancelled(found),
    }
    return render(request, "meetings/notice.jinja", context)


def facts_of(found: Meeting) -> list[tuple[Sentence, str]]:
    """The notice itself."""
    return [
        (Sentence("開會單位", "Body"), say(found.body.name)),
        (Sentence("日期", "Day"), both_dates(found.held_on)),
        (Sentence("時間", "Time"), f"{found.begins:%H:%M}–{found.ends:%H:%M}"),
        (Sentence("地點", "Place"), found.place),
        (Sentence("種類", "Kind"), say(KINDS[Meeting.Kind(found.kind)])),
        (Sentence("通知次數", "Notices sent"), str(found.notice)),
    ]


def delivery_of(found: Meeting) -> Delivery:
    """What became of the mails that the meeting's acts owe."""
    rows = Outbox.objects.filter(act__subject=found.subject)
    left = rows.filter(sent_at=None)
    failing = left.exclude(problem="").values_list("recipient__username", flat=True)
    return Delivery(rows.exclude(sent_at=None).count(), left.count(), tuple(sorted(set(failing))))


def _tasks(by: Acting, found: Meeting) -> list[Task]:
    """What this reader may do about the meeting before it begins; a closed step says why."""
    tasks = []
    for title, page, check in _STEPS:
        gate = gate_of(check, by, found)
        if gate is not None:
            tag, why = (_OPEN, None) if gate.refusal is None else (_CLOSED, gate.refusal.sentence)
            tasks.append(Task(title, tag.words, reverse(page, args=[found.pk]), tag.colour, why))
    return tasks


def _row(each: Expected, found: Meeting) -> tuple[Sentence, Tag, str]:
    """A seat's line: its name, the answer or who is sent, and the cause."""
    name = seat_name(each.seat, found)
    if each.designation is not None and each.designation.person is not None:
        sent = each.designation.person.name
        words = Sentence(f"{SENT.words.zh}：{sent.zh}", f"{SENT.words.en}: {sent.en}")
        return name, Tag(words, SENT.colour), each.designation.cause
    if each.reply is None:
        return name, SILENT, ""
    return name, ANSWERS[Reply.Answer(each.reply.answer)], each.reply.cause


def _keeps_sheet(by: Acting, found: Meeting) -> bool:
    return who_may_on(by, found.body, Action.RECORD_ATTENDANCE).is_yes


def _why_cancelled(found: Meeting) -> str:
    """The reason on the log, for those who may know of the meeting."""
    act = acts_of(found.subject).filter(kind="meeting.cancelled").last()
    return "" if act is None else str(act.confidential.get("why", ""))
