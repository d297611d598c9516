"""The audit from an older signed head on: everything recomputed, and that the log only grew since."""

import datetime as dt
from dataclasses import dataclass, replace

from coretech.apps.audit.auditing.found import Audit, Fault, Wrong
from coretech.apps.audit.auditing.whole_log import Progress, recomputed
from coretech.apps.audit.log_keys import trusted_keys
from coretech.apps.audit.proving import Growth, as_refused, growth_since_head
from coretech.engines.ledger.verify import ProofError, open_checkpoint
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Since:
    """An older head, and what became of it.

    Attributes:
        size: how many acts it is over.
        root: the root it was signed over.
        audit: the whole log recomputed today; a head that it does not continue is among the faults.
        growth: the consistency proof, checked; None where there is none.
        why: why there is none.
    """

    size: int
    root: bytes
    audit: Audit
    growth: Growth | None
    why: Sentence | None


def recomputed_since(note: str, at: dt.datetime, progress: Progress | None = None) -> Since:
    """Recompute the log, and prove that it continues the head in ``note``.

    Raises:
        Refused: before anything is recomputed; HTTP 422 for what is no head, 409 for another log's or a forged one.
    """
    try:
        _, size, root = open_checkpoint(note, trusted_keys(at))
    except ProofError as error:
        raise as_refused(error) from error
    audit = recomputed([size], progress)
    growth, why = _grown(note, at)
    return Since(size, root, _with_head(audit, size, root), growth, why)


def _grown(note: str, at: dt.datetime) -> tuple[Growth | None, Sentence | None]:
    try:
        return growth_since_head(note, at), None
    except Refused as refused:
        return None, refused.sentence


def _with_head(audit: Audit, size: int, root: bytes) -> Audit:
    """The same audit, with the older head among its faults where the acts no longer give its root."""
    wrong = Wrong.BEYOND if size > audit.size else Wrong.FORKED
    if size <= audit.size and audit.roots.get(size) in (None, root):
        return audit
    fault = Fault(f"checkpoint over {size} acts", "", wrong)
    return replace(audit, broken=(*audit.broken, fault), faults=audit.faults + 1)
