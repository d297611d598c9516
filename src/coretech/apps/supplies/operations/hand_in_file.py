"""Handing in a file too large to be read while one waits; a job reads it, and records all of it or nothing."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.supplies.models import Intake
from coretech.apps.supplies.operations.file_returns import check as check_filing
from coretech.apps.supplies.reading import GivenFile
from coretech.kit.refusal import bad_input, wrong_state
from coretech.readers.files.recognise import LARGEST

MOST_WAITING = 5
"""Files one person may have waiting at a time."""
_LONGEST_NAME = 200


def check(by: Acting) -> None:
    """Whether this person files returns, and not too many files wait already (HTTP 409)."""
    check_filing(by)
    waiting = Intake.objects.filter(filed_by=by.person_id, state=Intake.State.WAITING).count()
    if waiting >= MOST_WAITING:
        raise wrong_state(
            f"您已有{waiting}個檔案等候讀入；請等其中一個完成或撤回。",
            f"{waiting} of your files are waiting; let one be over, or withdraw it.",
        )


@operation
def hand_in_file(by: Acting, given: GivenFile) -> Act:
    """Keep the file until a job has read it."""
    check(by)
    if not 0 < len(given.raw) <= LARGEST:
        raise bad_input(
            "file", "檔案是空的，或超過50 MB；請分成數個檔案。", "The file is empty or over 50 MB; split it."
        )
    intake = Intake.objects.create(
        name=given.name[-_LONGEST_NAME:],
        content=given.raw,
        sha256=given.sha256,
        year=given.year,
        filed_by_id=by.person_id,
        handed_in_at=by.at,
    )
    public = {"sha256": given.sha256, "bytes": len(given.raw)}
    return record(
        by, "supply.file_handed_in", intake.subject, public=public, confidential={"name": intake.name}
    )
