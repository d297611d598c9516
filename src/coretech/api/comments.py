"""Comments and what becomes of them."""

from typing import Literal

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.places import place_of
from coretech.api.schemas import AddressNumber, Given, Moment, Paragraphs, Shown
from coretech.apps.audit.acting import Acting
from coretech.apps.cases.models import Comment
from coretech.apps.cases.operations.dispose_comment import dispose_comment
from coretech.apps.cases.queries import draft_of_comment, may_see_sender

router = Router(tags=["comments"])


class CommentShown(Shown):
    """A comment; ``sender`` and ``contact`` are null for everybody but the Office.

    ``text`` is the published one for everybody but the Office, which reads it as it came.
    """

    id: int
    text: str
    published_text: str | None
    received_at: Moment
    disposition: str | None
    reply: str | None
    disposed_at: Moment | None
    sender: str | None
    contact: str | None


class DispositionGiven(Given):
    """What became of a comment, and why; ``published_text`` is the comment with personal data taken out."""

    disposition: Literal["accepted", "partly", "noted", "declined"]
    reply: Paragraphs
    published_text: Paragraphs | None = None


@router.post("/{comment_id}/disposition", response=WRITTEN, summary="處理意見 / Answer a comment")
def answer_comment(request: HttpRequest, comment_id: AddressNumber, given: DispositionGiven) -> Status[Done]:
    """Say what became of a comment; the answer is public."""
    draft = draft_of_comment(comment_id)
    return written(
        request,
        lambda by: dispose_comment(by, comment_id, given.disposition, given.reply, given.published_text),
        place_of(f"pre-announcement/{draft}"),
    )


def comment_shown(by: Acting, comment: Comment) -> CommentShown:
    """A comment as this reader may see it."""
    known = may_see_sender(by)
    return CommentShown(
        id=comment.pk,
        text=comment.text if known else comment.public_text,
        published_text=comment.published_text or None,
        received_at=comment.received_at,
        disposition=comment.disposition or None,
        reply=comment.reply or None,
        disposed_at=comment.disposed_at,
        sender=comment.sender if known else None,
        contact=comment.contact if known else None,
    )
