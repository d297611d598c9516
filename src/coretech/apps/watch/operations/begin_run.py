"""Counting a snapshot again: for the definitions as they stand now, or for other years."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.runs import find_snapshot, new_run
from coretech.apps.watch.models import Run, WorksSnapshot
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.kit.refusal import bad_input, wrong_state

EVERY_YEAR = Years()


def check(by: Acting, snapshot: WorksSnapshot) -> None:
    """Whether this person keeps snapshots, and none of its runs is under way."""
    allow_keeping(by)
    if snapshot.runs.filter(state__in=[Run.State.WAITING, Run.State.HELD]).exists():
        raise wrong_state(
            "這份快照正在計算中；請等它完成。", "This snapshot is being counted; wait until that is done."
        )


@operation
def begin_run(
    by: Acting,
    snapshot_id: int,
    years: Years = EVERY_YEAR,
    percentile: Percentile = Percentile.OPENALEX,
) -> Act:
    """Begin a run, which the job carries out."""
    snapshot = find_snapshot(snapshot_id)
    check(by, snapshot)
    if years.first is not None and years.last is not None and years.last < years.first:
        raise bad_input("last", "最末年早於最初年。", "The last year is before the first.")
    run = new_run(by, snapshot, years, percentile)
    public = {"snapshot": snapshot.sha256, "percentile": percentile.value, "definitions": run.total}
    return record(by, "watch.run_begun", run.subject, public=public)
