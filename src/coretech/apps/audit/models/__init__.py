"""The log's tables: acts, its signed heads, its audits, and the requests and notices that belong to acts."""

from coretech.apps.audit.models.acts import Act, Block
from coretech.apps.audit.models.audits import AuditRun
from coretech.apps.audit.models.heads import Checkpoint, Cosignature, LogKey, Witness
from coretech.apps.audit.models.notices import Once, Outbox

__all__ = ["Act", "AuditRun", "Block", "Checkpoint", "Cosignature", "LogKey", "Once", "Outbox", "Witness"]
