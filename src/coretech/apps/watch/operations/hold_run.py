"""Holding a run after the technologies in hand, and going on with it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.runs import lock_run
from coretech.apps.watch.models import Run
from coretech.kit.refusal import wrong_state

_FROM = {True: Run.State.WAITING, False: Run.State.HELD}


def check(by: Acting, run: Run, *, hold: bool) -> None:
    """Whether this person keeps snapshots, and it runs, or stands still."""
    allow_keeping(by)
    if run.state != _FROM[hold]:
        raise wrong_state(
            "計算不在進行中，不能暫停。" if hold else "計算沒有暫停，不必繼續。",
            "It is not being counted, so it cannot be held." if hold else "It is not held.",
        )


@operation
def hold_run(by: Acting, run_id: int, *, hold: bool) -> Act:
    """Hold it, or let it go on; what was counted stays."""
    run = lock_run(run_id)
    check(by, run, hold=hold)
    run.state = _FROM[not hold]
    run.save(update_fields=["state"])
    kind = "watch.run_held" if hold else "watch.run_resumed"
    return record(by, kind, run.subject, public={"done": run.done})
