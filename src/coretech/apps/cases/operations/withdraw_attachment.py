"""Withdrawing an attachment: it stays on the list with its reason, and opens no more."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.levels import no_such_attachment, reason, require_leave
from coretech.apps.cases.models import Attachment
from coretech.apps.cases.moving import check_step, lock_case
from coretech.apps.cases.states import Step
from coretech.kit.refusal import wrong_state
from coretech.law.access import Secrecy


def check(by: Acting, attachment: Attachment) -> None:
    """Whether this person may withdraw this version now: while the dossier is being written."""
    check_step(by, attachment.case, Step.WRITE_DOSSIER)
    require_leave(by, attachment.case, Secrecy(attachment.level))
    if attachment.withdrawn_at is not None:
        raise wrong_state("這個附件已撤下。", "This attachment has been withdrawn.")


@operation
def withdraw_attachment(by: Acting, reference: str, attachment_id: int, why: str) -> Act:
    """Withdraw one version; nothing of it is deleted, and a new version may follow under the same title."""
    case = lock_case(reference)
    attachment = case.attachments.select_for_update().filter(pk=attachment_id).first()
    if attachment is None:
        raise no_such_attachment()
    check(by, attachment)
    words = reason(why)
    attachment.withdrawn_at = by.at
    attachment.save(update_fields=["withdrawn_at"])
    return record(
        by,
        "case.file_withdrawn",
        case.subject,
        public={"attachment": attachment.pk},
        confidential={"title": attachment.title, "version": attachment.version},
        why=words,
    )
