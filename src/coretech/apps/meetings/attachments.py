"""The attachments of a case by need to know: one answer for page, API and command (arts. 11 and 12)."""

from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.attachments import attachments_of
from coretech.apps.cases.levels import no_such_attachment
from coretech.apps.cases.models import Attachment, Case
from coretech.apps.cases.queries import visible_cases
from coretech.apps.meetings.dossier import seen
from coretech.law.access import Secrecy
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Listed:
    """An attachment as one reader may know of it: ``ruling`` says whether it opens, and if not, why.

    Of one that is closed nothing is told but that it is there, at which level, and why it is closed.
    """

    attachment: Attachment
    ruling: Ruling

    @property
    def opens(self) -> bool:
        """Whether the reader may have it now: a withdrawn one stays on the list and opens to nobody."""
        return self.ruling.is_yes and self.attachment.withdrawn_at is None


def listed_attachments(by: Acting, case: Case) -> Iterator[Listed]:
    """All versions of the case's attachments with the law's answer for this reader."""
    view = seen(by, case)
    for attachment in attachments_of(case):
        yield Listed(attachment, view.at(Secrecy(attachment.level)))


def find_attachment(by: Acting, attachment_id: int) -> Attachment:
    """The attachment with its case, where this reader may know of the case (HTTP 404 otherwise)."""
    rows = Attachment.objects.select_related("case__submitter", "case__authority")
    attachment = rows.filter(pk=attachment_id, case__in=visible_cases(by)).first()
    if attachment is None:
        raise no_such_attachment()
    return attachment


def attachment_ruling(by: Acting, attachment: Attachment) -> Ruling:
    """Whether an attachment opens to this reader now; it closes again when the reader comes to be recused."""
    return seen(by, attachment.case).at(Secrecy(attachment.level))
