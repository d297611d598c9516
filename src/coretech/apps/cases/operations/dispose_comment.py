"""Answering a comment: each one gets a disposition."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Comment
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action


def check(by: Acting, received: Comment) -> None:
    """Whether this person may answer the comment, and nobody has."""
    allow(by, Action.DISPOSE_COMMENT)
    if received.disposition:
        raise wrong_state("此意見已有處理結果。", "This comment has been answered already.")


@operation
def dispose_comment(by: Acting, comment_id: int, disposition: str, reply: str) -> Act:
    """Say what became of a comment, and why."""
    received = Comment.objects.select_for_update().filter(pk=comment_id).first()
    if received is None:
        raise not_found("沒有這則意見。", "There is no such comment.")
    check(by, received)
    if disposition not in Comment.Disposition.values:
        raise bad_input("disposition", "請選擇處理結果。", "Choose what became of the comment.")
    if not reply.strip():
        raise bad_input("reply", "請寫明理由。", "Say why.")
    received.disposition, received.reply, received.disposed_at = disposition, reply.strip(), by.at
    received.save(update_fields=["disposition", "reply", "disposed_at"])
    return record(
        by,
        "case.comment_disposed",
        f"comment/{received.pk}",
        public={"disposition": disposition},
        confidential={"reply": received.reply},
    )
