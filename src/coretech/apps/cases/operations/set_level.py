"""Setting how secret a part of the dossier or an attachment is (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.levels import (
    keep_leave,
    level_named,
    no_such_attachment,
    reason,
    require_leave,
    require_power_over_secrecy,
)
from coretech.apps.cases.models import Attachment, Case, Part
from coretech.apps.cases.moving import lock_case
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Secrecy

Target = str | int
"""What gets a level: a part by its name, or an attachment by its number."""


def check(by: Acting, case: Case, level: Secrecy = Secrecy.CONFIDENTIAL) -> None:
    """Whether this person may set levels in the case, and of what has ``level`` now."""
    require_power_over_secrecy(by, case)
    require_leave(by, case, level)


@operation
def set_level(  # noqa: PLR0913 - which of the case's contents, to what, why, and what the caller saw
    by: Acting, reference: str, target: Target, level: str, *, why: str, seen: int | None = None
) -> Act:
    """Set the level of a part, in all its versions, or of an attachment; the log keeps what it was.

    Whoever makes the first thing secret keeps leave to read it; everybody else needs leave by name from then on.
    """
    case = lock_case(reference, seen)
    rows = _rows(case, target)
    before, after, words = Secrecy(rows[0].level), level_named(level), reason(why)
    check(by, case, before)
    if before is after:
        raise wrong_state("已是這個等級。", "It has this level already.")
    if after is Secrecy.SECRET:
        keep_leave(by, case, words)
    for row in rows:
        row.level = after.value
        row.save(update_fields=["level"])
    case.lock += 1
    case.save(update_fields=["lock"])
    about = {"part": target} if isinstance(target, str) else {"attachment": target}
    public = {**about, "before": before.value, "after": after.value}
    return record(by, "case.level_set", case.subject, public=public, why=words)


def _rows(case: Case, target: Target) -> list[Part] | list[Attachment]:
    """The rows of the target, which all have the same level."""
    if isinstance(target, int):
        attachments = list(case.attachments.filter(pk=target))
        if not attachments:
            raise no_such_attachment()
        return attachments
    parts = list(case.parts.filter(name=target).order_by("-version")) if target in PARTS else []
    if not parts:
        raise bad_input("target", "這一項尚未填寫。", "This part has not been written yet.")
    return parts
