"""Cases, their dossiers, what panel and Office found, consultations, and publication."""

from coretech.apps.cases.models.case import Affected, Amendment, Case
from coretech.apps.cases.models.consultation import Consultation, ConsultationAnswer
from coretech.apps.cases.models.dossier import Attachment, AttachmentPiece, Grant, Part, PartDraft, Remark
from coretech.apps.cases.models.publication import Comment, PreAnnouncement
from coretech.apps.cases.models.review import OfficeCheck, PanelReview

__all__ = [
    "Affected",
    "Amendment",
    "Attachment",
    "AttachmentPiece",
    "Case",
    "Comment",
    "Consultation",
    "ConsultationAnswer",
    "Grant",
    "OfficeCheck",
    "PanelReview",
    "Part",
    "PartDraft",
    "PreAnnouncement",
    "Remark",
]
