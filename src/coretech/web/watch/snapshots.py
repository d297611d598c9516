"""Snapshots of works and their runs: provenance, progress and problems for anybody; taking in for the Office."""

from collections.abc import Iterable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.watch.access import allow_keeping, keeps
from coretech.apps.watch.counts.runs import find_run, find_snapshot, snapshots
from coretech.apps.watch.counts.taking_in import take_upload
from coretech.apps.watch.models import Run, WorksSnapshot
from coretech.apps.watch.operations import begin_run as beginning
from coretech.apps.watch.operations.hold_run import hold_run
from coretech.apps.watch.operations.keep_snapshot import Wanted, keep_snapshot
from coretech.kit.sentence import Sentence
from coretech.readers.works.manifest import Asked
from coretech.readers.works.problems import Fault
from coretech.web.acting import acting, once
from coretech.web.sending import attempt, done, draw, row_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.forms import SnapshotForm
from coretech.web.watch.words import STATES, methods

_TAKEN = Sentence("快照已收錄，正在計算。", "The snapshot is taken in, and is being counted.")
_BEGUN = Sentence("已開始重新計算。", "It is being counted again.")
_HELD = {
    True: Sentence("計算已暫停。", "The counting is held."),
    False: Sentence("計算繼續進行。", "The counting goes on."),
}
_FILES = (
    Column(Sentence("檔案", "File")),
    Column(Sentence("著作", "Works"), numeric=True),
    Column(Sentence("SHA-256", "SHA-256")),
)
_PROBLEMS = (
    Column(Sentence("問題", "Problem")),
    Column(Sentence("筆數", "How many"), numeric=True),
)
_METHODS = ("top10_share", "works", "works_fractional", "h_index", "coverage")


@require_safe
def watch_snapshots(request: HttpRequest) -> HttpResponse:
    """Every snapshot with its runs. Public."""
    context = {
        "snapshots": list(snapshots().prefetch_related("runs")),
        "states": STATES,
        "keeps": keeps(acting(request)),
    }
    return draw(request, "watch/snapshots.jinja", context)


@require_safe
def watch_run(request: HttpRequest, watch_run: int) -> HttpResponse:
    """One counting: how far it is, of what, and how. Public."""
    by, run = acting(request), find_run(watch_run)
    snapshot = run.snapshot
    context = {
        "run": run,
        "snapshot": snapshot,
        "state": STATES[Run.State(run.state)],
        "about": _about(run),
        "file_columns": _FILES,
        "files": [
            [_long(each["name"]), f"{each['works']:,}", _long(each["sha256"])] for each in snapshot.files
        ],
        "problem_columns": _PROBLEMS,
        "problems": [[say(Fault(name).said), f"{many:,}"] for name, many in snapshot.problems.items()],
        "methods": methods(run, _METHODS),
        "keeps": keeps(by),
        "again": keeps(by) and refusal_of(beginning.check, by, snapshot) is None,
    }
    return draw(request, "watch/run.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def watch_upload(request: HttpRequest) -> HttpResponse:
    """Take in a file of works. For the Office; what was found is said on the page of its run."""
    by = acting(request)
    allow_keeping(by)
    form = SnapshotForm(request.POST or None, request.FILES or None)
    act = attempt(form, partial(_take, by, form)) if form.is_bound else None
    if act is not None:
        return done(request, _TAKEN, "watch_run", row_of(act))
    return draw(request, "watch/upload.jinja", {"form": form}, form)


@require_POST
def watch_hold(request: HttpRequest, watch_run: int) -> HttpResponse:
    """Hold a run, or let it go on. For the Office."""
    hold = request.POST.get("hold") == "yes"
    once(lambda: hold_run(acting(request), watch_run, hold=hold))
    return done(request, _HELD[hold], "watch_run", watch_run)


@require_POST
def watch_again(request: HttpRequest, watch_snapshot: int) -> HttpResponse:
    """Count a snapshot again for the definitions as they stand. For the Office."""
    act = once(lambda: beginning.begin_run(acting(request), find_snapshot(watch_snapshot).pk))
    return done(request, _BEGUN, "watch_run", row_of(act))


def _take(by: Acting, form: SnapshotForm) -> Act:
    given = form.cleaned_data
    file = given["file"]
    zh, en = given["note_zh"].strip(), given["note_en"].strip()
    note = Sentence(zh or en, en or zh) if zh or en else None
    asked = Asked(by.today, given["source"], given["query"])
    return keep_snapshot(
        by, take_upload(str(file.name), bytes(file.read()), asked), Wanted(given["series"], note)
    )


def _about(run: Run) -> Iterable[tuple[Sentence, object]]:
    snapshot: WorksSnapshot = run.snapshot
    superseded = (
        tr(f"（另有{snapshot.superseded:,}筆重複）", f" ({snapshot.superseded:,} superseded)")
        if snapshot.superseded
        else ""
    )
    return [
        (Sentence("來源", "Source"), snapshot.source),
        (Sentence("查詢式", "Query"), snapshot.query or tr("未載明", "not told")),
        (Sentence("讀取日", "Read on"), both_dates(snapshot.dated)),
        (Sentence("著作", "Works"), f"{snapshot.works:,}{superseded}"),
        (Sentence("計算年份", "Years counted"), _years(run)),
        (Sentence("技術", "Technologies"), f"{run.done:,} / {run.total:,}"),
        (Sentence("計算程式", "Counted by"), f"coretech {run.version}"),
        (Sentence("快照雜湊值", "Hash of the snapshot"), snapshot.sha256),
    ]


def _long(text: str) -> Markup:
    """A text that may break anywhere."""
    return Markup('<span class="ct-long">{}</span>').format(text)


def _years(run: Run) -> str:
    if run.first is None and run.last is None:
        return tr("所有年份；最近一年通常尚未收齊", "all of them; the latest one is usually incomplete")
    return f"{run.first or ''}–{run.last or ''}"
