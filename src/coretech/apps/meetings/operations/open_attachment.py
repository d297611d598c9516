"""Opening an attachment: every opening is an act (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.cases.models import Attachment
from coretech.apps.meetings.attachments import attachment_ruling, find_attachment
from coretech.kit.refusal import wrong_state
from coretech.law.ruling import Ruling


def check(by: Acting, attachment: Attachment) -> Ruling:
    """The ruling that opens the attachment to this reader (HTTP 403 otherwise); a withdrawn one opens to nobody."""
    ruling = require(attachment_ruling(by, attachment), status=403)
    if attachment.withdrawn_at is not None:
        raise wrong_state(
            "這個附件已撤下，不再提供；如有新版本，請開啟新版本。",
            "This attachment was withdrawn and is not handed out. Open its next version, where there is one.",
        )
    return ruling


@operation
def open_attachment(by: Acting, attachment_id: int) -> Act:
    """Record that somebody opened an attachment; the leaf names neither the reader nor the attachment's title."""
    attachment = find_attachment(by, attachment_id)
    check(by, attachment)
    return record(
        by,
        "case.file_opened",
        f"attachment/{attachment.pk}",
        public={"case": attachment.case.reference, "version": attachment.version},
        confidential={"person": by.person_id},
    )
