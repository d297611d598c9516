"""Ending a file handed in without recording it: withdrawn by whoever sent it, or refused with all its errors."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.supplies.models import Intake
from coretech.kit.refusal import Refused, not_found, wrong_state
from coretech.kit.sentence import Sentence

MOST_KEPT = 2_000
"""Errors that are kept word for word; all are counted."""


def check(by: Acting, intake: Intake) -> None:
    """Whether it is this person's file and still waits."""
    if intake.filed_by_id != by.person_id:
        sentence = Sentence("這是別人送的檔案。", "Somebody else handed in this file.")
        raise Refused(sentence, status=403)
    if intake.state != Intake.State.WAITING:
        raise wrong_state("這個檔案已撤回或已處理。", "This file was withdrawn or is over.")


@operation
def end_file(by: Acting, number: int, faults: Sequence[dict[str, object]] | None = None) -> Act:
    """End it: withdrawn where ``faults`` is None, else refused for these errors, as the pages show them."""
    intake = Intake.objects.select_for_update(of=("self",)).defer("content").filter(pk=number).first()
    if intake is None:
        raise not_found("沒有這個檔案。", "There is no such file.")
    check(by, intake)
    state = Intake.State.WITHDRAWN if faults is None else Intake.State.REFUSED
    found = list(faults or ())
    Intake.objects.filter(pk=number).update(
        state=state, content=b"", faults=found[:MOST_KEPT], fault_count=len(found), ended_at=by.at
    )
    return record(
        by, "supply.file_ended", intake.subject, public={"state": state.value, "faults": len(found)}
    )
