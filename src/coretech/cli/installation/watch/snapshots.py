"""``coretech snapshot``: snapshots of works taken in and counted, and the definitions they are counted by."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.watch.access import allow_keeping
from coretech.apps.watch.counts.runs import find_run, runs
from coretech.apps.watch.counts.taking_in import take_folder
from coretech.apps.watch.models import Run
from coretech.apps.watch.operations.begin_run import begin_run
from coretech.apps.watch.operations.compute_indicators import compute_indicators
from coretech.apps.watch.operations.hold_run import hold_run
from coretech.apps.watch.operations.keep_snapshot import Wanted, keep_snapshot
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told, table
from coretech.cli.installation.watch import tables
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.kit.sentence import Sentence

app = group("科技觀測的快照：收錄、計算、列出", "snapshots of the technology watch: take in, count, list")
tables.register(app)

Number = Annotated[int, typer.Argument(metavar="RUN", help="見 snapshot list / see snapshot list")]
Folder = Annotated[
    Path, typer.Argument(metavar="SNAPSHOT", help="coretech watch ingest 製作的資料夾 / a folder it made")
]
First = Annotated[int | None, typer.Option("--first", help="計算的最初年 / the first year that counts")]
Last = Annotated[int | None, typer.Option("--last", help="計算的最末年 / the last year that counts")]
By = Annotated[Percentile, typer.Option("--percentile", help="誰判定前 10% / who says what is top 10 %")]


@reads(app, "list")
def list_runs(by: Acting) -> Told:  # noqa: ARG001 - public, and every command is told who asks
    """列出每次計算與它的快照 / Every run with its snapshot, newest first."""
    found = list(runs())
    rows = [
        (each.pk, each.state, f"{each.done}/{each.total}", each.snapshot.series, each.snapshot.dated)
        for each in found
    ]
    return Told([_data(each) for each in found], lambda _: table(rows) if rows else [])


@writes(app, "keep")
def keep(  # noqa: PLR0913 - one parameter an option
    by: Acting,
    folder: Folder,
    *,
    series: Annotated[
        str, typer.Option("--series", help="同系列的快照會互相比較 / snapshots of a series are compared")
    ],
    note_zh: Annotated[str, typer.Option("--note-zh", help="請讀者注意 / what to beware of")] = "",
    note_en: Annotated[str, typer.Option("--note-en", help="同上，英文 / the same in English")] = "",
    first: First = None,
    last: Last = None,
    percentile: By = Percentile.OPENALEX,
) -> Act:
    """收錄快照並排入計算 / Take in a snapshot, to be counted in the background."""
    allow_keeping(by)
    note = Sentence(note_zh or note_en, note_en or note_zh) if note_zh or note_en else None
    return keep_snapshot(by, take_folder(folder), Wanted(series, note, Years(first, last), percentile))


@writes(app, "recount")
def recount(
    by: Acting,
    run: Number,
    *,
    first: First = None,
    last: Last = None,
    percentile: By = Percentile.OPENALEX,
) -> Act:
    """以現行定義重新計算同一份快照 / Count a run's snapshot again, by the definitions that count now."""
    return begin_run(by, find_run(run).snapshot_id, Years(first, last), percentile)


@writes(app, "count")
def count(by: Acting, run: Number) -> Act:
    """立即計算到完 / Count a run that waits to its end, here and now."""
    act = compute_indicators(by, run)
    while Run.objects.filter(pk=run, state=Run.State.WAITING).exists():
        act = compute_indicators(by, run)
    return act


@writes(app, "hold")
def hold(by: Acting, run: Number) -> Act:
    """暫停計算 / Hold a run after the technologies in hand."""
    return hold_run(by, run, hold=True)


@writes(app, "resume")
def resume(by: Acting, run: Number) -> Act:
    """繼續計算 / Let a held run go on."""
    return hold_run(by, run, hold=False)


def _data(run: Run) -> dict[str, object]:
    snapshot = run.snapshot
    return {
        "run": run.pk,
        "state": run.state,
        "done": run.done,
        "total": run.total,
        "percentile": run.percentile,
        "first": run.first,
        "last": run.last,
        "series": snapshot.series,
        "source": snapshot.source,
        "query": snapshot.query,
        "dated": snapshot.dated.isoformat(),
        "works": snapshot.works,
        "sha256": snapshot.sha256,
    }
