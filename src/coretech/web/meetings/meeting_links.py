"""Where else there is something of a meeting: its notice, its papers, its minutes."""

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import reply
from coretech.kit.sentence import Sentence
from coretech.web.meetings.gates import gate_of

_NOTICE = ("notice", Sentence("開會通知", "The notice"))
_REPLY = ("meeting_reply", Sentence("回覆出席或請假", "Say whether you come"))
_PAPERS = ("papers", Sentence("會議資料", "Papers"))
_MINUTES = ("minutes", Sentence("會議紀錄", "Minutes"))


def links_of(by: Acting, meeting: Meeting) -> list[tuple[str, Sentence]]:
    """The names of the pages that have something for this reader, and what they are called."""
    answering = gate_of(reply.check, by, meeting)
    asked = [_REPLY] if answering is not None and answering.refusal is None else []
    written = [_MINUTES] if meeting.state == Meeting.State.CLOSED else []
    return [_NOTICE, *asked, _PAPERS, *written]
