"""Attaching files to a case or to a part of its dossier: looked into, and sealed under the case's key (art. 11)."""

import hashlib
from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.keys import keys_needed
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.attachments import MOST, write_pieces
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.handed_in import Accepted, HandedIn, accepted
from coretech.apps.cases.levels import keep_leave, level_named
from coretech.apps.cases.models import Attachment, AttachmentPiece, Case
from coretech.apps.cases.moving import check_step, lock_case
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Secrecy

_OWN_FILES = "本人提供 / attached by this person"


def check(by: Acting, case: Case) -> None:
    """Whether this person may attach files now: while the dossier is being written."""
    check_step(by, case, Step.WRITE_DOSSIER)


@operation
def attach(
    by: Acting,
    reference: str,
    files: Sequence[HandedIn],
    part: str = "",
    level: str = Secrecy.CONFIDENTIAL.value,
) -> Act:
    """Attach files, all or none; under a title that is there already a file is the next version.

    ``part`` is empty for files of the case as a whole.

    Raises:
        BadFiles: (HTTP 422) naming each file that is not taken, and why.
    """
    case = lock_case(reference)
    check(by, case)
    secrecy = level_named(level)
    if secrecy is Secrecy.SECRET:
        keep_leave(by, case, _OWN_FILES)
    if part and part not in PARTS:
        raise bad_input("part", "請由提報資料的各項中選擇。", "Choose a part of the dossier.")
    taken = accepted(files)
    _require_room(case, len(taken))
    written = [_attached(by, case, part, secrecy, file) for file in taken]
    return record(
        by,
        "case.files_attached",
        case.subject,
        public={"files": len(written), "level": secrecy.value},
        confidential={"part": part, "files": [[each.title, each.version, each.sha256] for each in written]},
        rows=AttachmentPiece.objects.filter(attachment__in=written).only("pk"),
    )


def _require_room(case: Case, more: int) -> None:
    there = case.attachments.count()
    if there + more > MOST:
        raise wrong_state(
            f"每案至多{MOST}個附件（含各版本），目前已有{there}個；請合併檔案後再上傳。",
            f"A case may have {MOST} attachments, each version counted, and has {there}. Join some files into one.",
        )


def _attached(by: Acting, case: Case, part: str, level: Secrecy, file: Accepted) -> Attachment:
    attachment = Attachment.objects.create(
        case=case,
        part=part,
        title=file.title,
        version=1 + case.attachments.filter(part=part, title=file.title).count(),
        file_name=file.file_name,
        media_type=file.kind.media_type,
        size=len(file.content),
        sha256=hashlib.sha256(file.content).hexdigest(),
        level=level.value,
        attached_at=by.at,
    )
    with keys_needed():
        write_pieces(attachment, file.content)
    return attachment
