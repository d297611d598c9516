"""Taking in a snapshot of works, and having it counted for every technology that is watched."""

import re
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.bundled import SAMPLE
from coretech.apps.watch.counts.keeping import kept_snapshot
from coretech.apps.watch.counts.runs import new_run
from coretech.apps.watch.counts.taking_in import Taken
from coretech.apps.watch.models import WorksSnapshot
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

_SERIES = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How it is to be counted, in which series it stands, and what readers should beware of."""

    series: str
    note: Sentence | None = None
    years: Years = Years()  # noqa: RUF009 - frozen, and made of nothing
    percentile: Percentile = Percentile.OPENALEX


def check(by: Acting) -> None:
    """Whether this person keeps snapshots."""
    allow_keeping(by)


@operation
def keep_snapshot(by: Acting, taken: Taken, wanted: Wanted) -> Act:
    """Keep the manifest and begin a run, which the job carries out; a snapshot is taken in once."""
    check(by)
    if not _SERIES.fullmatch(wanted.series) or wanted.series == SAMPLE:
        raise bad_input(
            "series",
            "系列請用小寫英數字與連字號，最多40字，不得為 sample。",
            "A series has lower-case letters, digits and hyphens, at most 40, and is not “sample”.",
        )
    hold("watch")
    if WorksSnapshot.objects.filter(sha256=taken.sha256).exists():
        raise bad_input("file", "這份快照已收錄。", "This snapshot was taken in before.")
    snapshot = kept_snapshot(by, taken, wanted.series, wanted.note)
    run = new_run(by, snapshot, wanted.years, wanted.percentile)
    return record(
        by,
        "watch.snapshot_kept",
        run.subject,
        public={"sha256": snapshot.sha256, "works": snapshot.works, "series": snapshot.series},
        rows=[snapshot],
    )
