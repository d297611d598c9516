"""Answering a comment: each one gets a disposition, and what is published holds no personal data."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Comment
from coretech.apps.cases.redaction import find_personal_data, told
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action

LONGEST = 5000


def check(by: Acting, received: Comment) -> None:
    """Whether this person may answer the comment, and nobody has."""
    allow(by, Action.DISPOSE_COMMENT)
    if received.disposition:
        raise wrong_state("此意見已有處理結果。", "This comment has been answered already.")


@operation
def dispose_comment(
    by: Acting, comment_id: int, disposition: str, reply: str, published_text: str | None = None
) -> Act:
    """Say what became of a comment, and why; ``published_text`` is the comment as edited for publication.

    Without one the comment is published as it came. Neither text nor reply is taken while it holds the sender's
    details, an e-mail address, an identity number or a telephone number.
    """
    received = Comment.objects.select_for_update().filter(pk=comment_id).first()
    if received is None:
        raise not_found("沒有這則意見。", "There is no such comment.")
    check(by, received)
    if disposition not in Comment.Disposition.values:
        raise bad_input("disposition", "請選擇處理結果。", "Choose what became of the comment.")
    edited = received.text if published_text is None else published_text.replace("\r\n", "\n").strip()
    _refuse_unfit(received, "published_text", edited)
    _refuse_unfit(received, "reply", reply)
    received.disposition, received.reply, received.disposed_at = disposition, reply.strip(), by.at
    received.published_text = "" if edited == received.text.replace("\r\n", "\n") else edited
    received.save(update_fields=["disposition", "reply", "disposed_at", "published_text"])
    return record(
        by,
        "case.comment_disposed",
        f"comment/{received.pk}",
        public={"disposition": disposition, "edited": bool(received.published_text)},
        confidential={"reply": received.reply, "published_text": received.published_text},
    )


def _refuse_unfit(received: Comment, field: str, text: str) -> None:
    """Refuse what cannot be published: nothing, too much, or personal data."""
    if not text.strip() or len(text) > LONGEST:
        raise bad_input(field, f"請填寫（{LONGEST}字以內）。", f"Fill this in, within {LONGEST} characters.")
    found = find_personal_data(text, received.sender, received.contact)
    if found:
        words = told(found)
        raise bad_input(
            field,
            f"含有個人資料，不得公開：{words.zh}。請於公開文字或理由中刪除或遮蔽後再登錄。",
            f"It holds personal data, which is not published: {words.en}. Take it out and record it again.",
        )
