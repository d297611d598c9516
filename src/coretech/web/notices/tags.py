"""Where a pre-announcement stands on a day, in a word."""

import datetime as dt
from collections.abc import Mapping

from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag

_OPEN = Tag(Sentence("徵求意見中", "Open for comments"), "green")
_OVER = Tag(Sentence("徵求意見已截止", "Closed for comments"), "grey")

DISPOSITIONS: Mapping[str, Tag] = {
    Comment.Disposition.ACCEPTED: Tag(Sentence("採納", "Accepted"), "green"),
    Comment.Disposition.PARTLY: Tag(Sentence("部分採納", "Accepted in part"), "teal"),
    Comment.Disposition.NOTED: Tag(Sentence("納入參考", "Noted"), "blue"),
    Comment.Disposition.DECLINED: Tag(Sentence("未採納", "Not accepted"), "grey"),
}


def comments_tag(draft: PreAnnouncement, day: dt.date) -> Tag:
    """Whether comments are taken on the day."""
    return _OPEN if draft.open_on(day) else _OVER
