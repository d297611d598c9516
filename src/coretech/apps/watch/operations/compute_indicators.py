"""Counting the next technologies of a run; what is broken off goes on behind those that are done."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.runs import lock_run, years_of
from coretech.apps.watch.counts.storing import store
from coretech.apps.watch.counts.taking_in import opened
from coretech.apps.watch.models import Counted, Definition, Run
from coretech.apps.watch.queries import as_technology
from coretech.engines.indicators.histograms import Percentile
from coretech.engines.indicators.polars_plan import PolarsCounter
from coretech.engines.watching.counting import Asked, count
from coretech.kit.refusal import Refused, wrong_state

AT_ONCE = 20
"""Definitions counted in one pass over the snapshot, and as much as an interruption loses."""
State = Run.State


def check(by: Acting, run: Run) -> None:
    """Whether somebody who keeps snapshots, or the job in their name, may go on with it."""
    allow_keeping(by)
    if run.state != State.WAITING:
        raise wrong_state("這次計算目前不在進行中。", "This run is not under way.")


@operation
def compute_indicators(by: Acting, run_id: int, most: int = AT_ONCE) -> Act:
    """Count the next definitions and keep what was found; a snapshot that is not there any more ends the run."""
    run = lock_run(run_id)
    check(by, run)
    keys = run.definitions[run.done : run.done + most]
    written: Sequence[Counted] = []
    try:
        written = _counted(by, run, keys)
    except Refused as refused:
        run.state, run.failure, run.ended_at = State.FAILED, str(refused.sentence)[:300], by.at
    else:
        _gone_on(by, run, len(keys))
    run.save(update_fields=["state", "failure", "ended_at", "done"])
    public = {"snapshot": run.snapshot.sha256, "state": run.state, "done": run.done}
    return record(by, "watch.counted", run.subject, public=public, rows=written)


def _gone_on(by: Acting, run: Run, counted: int) -> None:
    run.done += counted
    if run.done >= run.total:
        run.state, run.ended_at = State.DONE, by.at


def _counted(by: Acting, run: Run, keys: Sequence[int]) -> list[Counted]:
    if not keys:
        return []
    definitions = Definition.objects.select_related("technology").in_bulk(keys)
    ordered = [definitions[key] for key in keys]
    asked = Asked(
        [as_technology(each) for each in ordered],
        [f"{each.technology.code}/{each.number}" for each in ordered],
        years_of(run),
        Percentile(run.percentile),
    )
    found = count(opened(run.snapshot), asked, PolarsCounter())
    return [store(by, run, each, of) for each, of in zip(ordered, found, strict=True)]
