"""Commenting on a pre-announcement: anybody may, without signing in."""

import datetime as dt
from http import HTTPStatus

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.kit.refusal import Refused, bad_input, not_found, wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

MOST_A_MINUTE = 30
"""How many comments a pre-announcement takes within a minute: more is a flood, which nobody could answer."""

_LONGEST = 5000
_MINUTE = dt.timedelta(minutes=1)
_FLOOD = Sentence(
    "目前送出意見者眾多，您的意見尚未收到；請稍候一分鐘再送出。",
    "Very many comments are coming in, and yours was not received; wait a minute and send it again.",
)


def check(by: Acting, published: PreAnnouncement) -> None:
    """Whether comments are taken today."""
    allow(by, Action.COMMENT)
    if not published.open_on(by.today):
        day = said(published.comments_until)
        raise wrong_state(
            f"意見徵求期間至{day.zh}止，已截止。",
            f"Comments were taken until {day.en}; the period is over.",
        )


@operation
def comment(by: Acting, pre_announcement_id: int, text: str, sender: str = "", contact: str = "") -> Act:
    """Receive a comment; the sender's details stay with the Office and outside the log's leaf."""
    published = PreAnnouncement.objects.filter(pk=pre_announcement_id).first()
    if published is None:
        raise not_found("沒有這則預告。", "There is no such pre-announcement.")
    check(by, published)
    words = text.strip()
    if not words or len(words) > _LONGEST:
        raise bad_input(
            "text", f"請填寫意見（{_LONGEST}字以內）。", f"Write a comment of {_LONGEST} characters at most."
        )
    _refuse_flood(by, published)
    received = Comment.objects.create(
        pre_announcement=published,
        sender=sender.strip()[:120],
        contact=contact.strip()[:200],
        text=words,
        received_at=by.at,
    )
    return record(
        by,
        "case.comment_received",
        f"comment/{received.pk}",
        public={"pre_announcement": published.pk},
        confidential={"sender": received.sender, "contact": received.contact, "text": words},
    )


def _refuse_flood(by: Acting, published: PreAnnouncement) -> None:
    """Count under a lock, so that many at the same moment are counted too."""
    hold(f"comments:{published.pk}")
    since = published.comments.filter(received_at__gt=by.at - _MINUTE, received_at__lte=by.at)
    if since.count() >= MOST_A_MINUTE:
        raise Refused(_FLOOD, status=HTTPStatus.TOO_MANY_REQUESTS)
