"""Filing returns: every row of a file or none, in one batch; a return that is restated stays beside the new one."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.supplies.comparing import Compared, compared
from coretech.apps.supplies.models import Commodity, Intake
from coretech.apps.supplies.reading import GivenFile, Progress, ReadFile, read_file
from coretech.apps.supplies.storing import write_batch
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter


def check(by: Acting, *commodities: str) -> None:
    """Whether this person files returns: of these commodities, or of any at all where none is named."""
    if not commodities:
        allow(by, Action.FILE_RETURN, Matter(agencies=by.standing.agencies))
        return
    owners = Commodity.objects.filter(slug__in=commodities).values_list("authority__code", flat=True)
    for owner in sorted(set(owners)):
        allow(by, Action.FILE_RETURN, Matter(agencies=frozenset({owner})))


def read(by: Acting, given: GivenFile, progress: Progress | None = None) -> ReadFile:
    """What a file says, and everything to be corrected in it; nothing is written."""
    check(by)
    return read_file(by, given, progress)


@operation
def file_returns(by: Acting, read: ReadFile, seen: str = "", intake: int | None = None) -> Act:
    """Write the rows as one batch.

    Args:
        by: who files them.
        read: what was read; with anything to be corrected nothing is written.
        seen: the digest of the comparison that was agreed to; empty where nobody was shown one.
        intake: the file handed in that the rows were read from, which is over then.
    """
    check(by, *{row.key.commodity for row in read.rows})
    hold("supplies")
    found = compared(read.rows)
    _require_sound(read, found, seen)
    batch = write_batch(by, read, found.rows)
    if intake is not None:
        _require_waiting(intake)
        Intake.objects.filter(pk=intake).update(
            state=Intake.State.TAKEN, read=len(read.rows), batch=batch, content=b"", ended_at=by.at
        )
    public = {
        "sha256": batch.sha256,
        "rows": batch.rows,
        "rows_sha256": batch.rows_sha256,
        "restating": found.restating,
        "demonstration": batch.demonstration,
    }
    commodities = sorted({each.row.key.commodity for each in found.rows})
    return record(
        by,
        "supply.filed",
        f"supply-batch/{batch.pk}",
        public=public,
        confidential={"name": batch.name, "commodities": commodities, "unchanged": found.unchanged},
        rows=[batch],
    )


def _require_sound(read: ReadFile, found: Compared, seen: str) -> None:
    """Refuse a file with errors, one that says nothing new, and one that would now write something else."""
    if read.faults:
        first = read.faults[0]
        raise bad_input(
            "file",
            f"有{len(read.faults)}處須更正，全部未登錄。第{first.line}列：{first.sentence.zh}",
            f"{len(read.faults)} to correct; nothing was recorded. Line {first.line}: {first.sentence.en}",
        )
    if not found.rows:
        raise bad_input(
            "file",
            "所有列都與已登錄的申報相同，沒有要登錄的。",
            "Every row says what is recorded already; there is nothing to record.",
        )
    if seen and seen != found.digest:
        raise wrong_state(
            "您檢視後，這些期間又有新的申報；請重新檢視。",
            "These periods were reported anew since you looked; look again.",
        )


def _require_waiting(intake: int) -> None:
    if not Intake.objects.select_for_update().filter(pk=intake, state=Intake.State.WAITING).exists():
        raise wrong_state("這個檔案已撤回或已處理。", "This file was withdrawn or is over.")
