"""Snapshots and the runs that count them: which one pages show, and finding one."""

from django.db.models import Case, QuerySet, Value, When

from coretech import __version__
from coretech.apps.audit.acting import Acting
from coretech.apps.watch.models import Run, WorksSnapshot
from coretech.apps.watch.queries import newest_definitions, row_or_404
from coretech.engines.indicators.histograms import Percentile, Years

BUNDLED = "bundled"


def snapshots() -> QuerySet[WorksSnapshot]:
    """Every snapshot, newest first; public."""
    return WorksSnapshot.objects.select_related("by")


def find_snapshot(key: int) -> WorksSnapshot:
    """A snapshot by its number (HTTP 404 where there is none)."""
    return row_or_404(snapshots(), key, "沒有這份快照。", "There is no such snapshot.")


def runs() -> QuerySet[Run]:
    """Every run with its snapshot, newest first; public."""
    return Run.objects.select_related("snapshot")


def find_run(key: int) -> Run:
    """A run by its number (HTTP 404 where there is none)."""
    return row_or_404(runs(), key, "沒有這次計算。", "There is no such run.")


def lock_run(key: int) -> Run:
    """A run, its row locked until the transaction ends (HTTP 404 where there is none)."""
    return row_or_404(runs().select_for_update(of=("self",)), key, "沒有這次計算。", "There is no such run.")


def current_run() -> Run | None:
    """The newest run that is done; of a bundled sample only where there is nothing else."""
    sample = Case(When(snapshot__place=BUNDLED, then=Value(1)), default=Value(0))
    return runs().filter(state=Run.State.DONE).order_by(sample, "-pk").first()


def run_before(run: Run) -> Run | None:
    """The newest run that is done of another, earlier snapshot of the same series."""
    earlier = runs().filter(
        state=Run.State.DONE, snapshot__series=run.snapshot.series, snapshot__pk__lt=run.snapshot_id
    )
    return earlier.order_by("-snapshot__pk", "-pk").first()


def years_of(run: Run) -> Years:
    """The years that count in a run."""
    return Years(run.first, run.last)


def new_run(by: Acting, snapshot: WorksSnapshot, years: Years, percentile: Percentile) -> Run:
    """A run of a snapshot for the definitions as they stand; it waits for the job."""
    keys = [each.pk for each in newest_definitions()]
    return Run.objects.create(
        snapshot=snapshot,
        percentile=percentile.value,
        first=years.first,
        last=years.last,
        version=__version__,
        definitions=keys,
        begun_at=by.at,
    )
