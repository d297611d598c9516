"""Commenting on a pre-announcement: anybody may, without signing in."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Comment, PreAnnouncement
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action

_LONGEST = 5000


def check(by: Acting, published: PreAnnouncement) -> None:
    """Whether comments are taken today."""
    allow(by, Action.COMMENT)
    if not published.open_on(by.today):
        raise wrong_state(
            f"意見徵求期間至{published.comments_until.isoformat()}止，已截止。",
            f"Comments were taken until {published.comments_until.isoformat()}; the period is over.",
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
