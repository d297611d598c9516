"""The technology watch: what was counted, for anybody; definitions by officers, runs by the Office."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router, Status
from pydantic import Field

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC
from coretech.api.openapi import NOT_THERE
from coretech.api.schemas import LARGEST_ID, AddressNumber, Words
from coretech.api.watch_shown import (
    AlertShown,
    CountedShown,
    CountryShown,
    DefinitionGiven,
    HoldGiven,
    RangeShown,
    RunShown,
    WatchedBrief,
)
from coretech.apps.watch.counts.alerts import TechnologyAlert, compared
from coretech.apps.watch.counts.figures import find_counted, shares
from coretech.apps.watch.counts.runs import current_run, find_run, run_before, runs
from coretech.apps.watch.models import Definition, Run
from coretech.apps.watch.operations.define_technology import Defined, NewTechnology, define_technology
from coretech.apps.watch.operations.hold_run import hold_run
from coretech.apps.watch.queries import (
    find_technology,
    newest_definition,
    newest_definitions,
    query_text,
    ways_of,
)
from coretech.engines.indicators.thin import Warned
from coretech.engines.watching.intervals import Interval
from coretech.kit.refusal import not_found

router = Router(tags=["watch"])

Code = Annotated[
    str, Path(description="The technology, such as `AREA-AI`."), Field(pattern=r"^[A-Z0-9-]{1,40}$")
]
RunNumber = Annotated[AddressNumber, Path(description="The run.")]
OfRun = Annotated[
    int | None, Query(None, alias="run", description="A run; by default the newest.", ge=1, le=LARGEST_ID)
]


@router.get(
    "", response=list[WatchedBrief], auth=PUBLIC, summary="觀測中的技術 / Technologies that are watched"
)
def list_watched(request: HttpRequest) -> list[WatchedBrief]:  # noqa: ARG001 - the framework gives it by name
    """Every technology with the definition that counts."""
    return [_brief(each) for each in newest_definitions()]


@router.get("/runs", response=list[RunShown], auth=PUBLIC, summary="每次計算 / Runs")
def list_watch_runs(request: HttpRequest) -> list[RunShown]:  # noqa: ARG001 - as above
    """Every run with its snapshot, newest first."""
    return [_run(each) for each in runs()]


@router.get("/runs/{watch_run}", response=RunShown, auth=PUBLIC, summary="一次計算 / One run")
def show_watch_run(request: HttpRequest, watch_run: RunNumber) -> RunShown:  # noqa: ARG001 - as above
    """How far it is, and of what."""
    return _run(find_run(watch_run))


@router.post("/runs/{watch_run}/hold", response=WRITTEN, summary="暫停或繼續 / Hold or go on")
def hold_watch_run(request: HttpRequest, watch_run: RunNumber, given: HoldGiven) -> Status[Done]:
    """Hold a run after the technologies in hand, or let it go on. For the Office."""
    return written(request, lambda by: hold_run(by, watch_run, hold=given.hold))


@router.get(
    "/alerts",
    response=list[AlertShown],
    auth=PUBLIC,
    summary="變動警示 / What moved",
    openapi_extra=NOT_THERE,
)
def list_watch_alerts(request: HttpRequest, run: OfRun = None) -> list[AlertShown]:  # noqa: ARG001 - as above
    """What moved from the snapshot before of the same series; nothing where there is none."""
    after = _done(run)
    before = run_before(after)
    return [] if before is None else [_alert(each) for each in compared(before, after).alerts]


@router.get("/{watch_code}", response=CountedShown, auth=PUBLIC, summary="一項技術 / One technology")
def show_watched(request: HttpRequest, watch_code: Code, run: OfRun = None) -> CountedShown:  # noqa: ARG001 - as above
    """Who leads, how far and how fast, with intervals, coverage and warnings."""
    found = _done(run)
    counted = find_counted(found, watch_code)
    if counted is None:
        raise _uncounted()
    grown = counted.growth_low is not None and counted.growth_high is not None
    return CountedShown.model_validate(
        {
            **{name: getattr(counted, name) for name in _PLAIN},
            "code": watch_code,
            "name": Words.of(counted.technology.name),
            "definition": counted.definition.number,
            "query": query_text(ways_of(counted.definition)),
            "run": _run(found),
            "growth_interval": RangeShown(low=counted.growth_low or 0.0, high=counted.growth_high or 0.0)
            if grown
            else None,
            "warnings": [Words.of(Warned(name).said) for name in counted.warnings],
            "countries": [
                CountryShown.model_validate(
                    {
                        **{name: getattr(each.row, name) for name in _OF_COUNTRY},
                        "interval": None if each.interval is None else _range(each.interval),
                    }
                )
                for each in shares(counted)
            ],
        }
    )


@router.get(
    "/{watch_code}/definition", response=WatchedBrief, auth=PUBLIC, summary="技術的定義 / How it is defined"
)
def show_watch_definition(request: HttpRequest, watch_code: Code) -> WatchedBrief:  # noqa: ARG001 - as above
    """The definition that counts, also of a technology that was not counted yet."""
    return _brief(newest_definition(find_technology(watch_code)))


@router.post("/{watch_code}/definitions", response=WRITTEN, summary="定義技術 / Define a technology")
def define_watched(request: HttpRequest, watch_code: Code, given: DefinitionGiven) -> Status[Done]:
    """Write the next version of what belongs to a technology; with ``zh`` and ``en``, of one not watched yet."""
    ways = {kind: getattr(given, kind) for kind in ("topics", "words_zh", "words_en", "without")}
    new = NewTechnology(given.zh, given.en) if given.zh or given.en else None
    defined = Defined(ways, given.why, given.seen)
    return written(request, lambda by: define_technology(by, watch_code, defined, new))


_OF_COUNTRY = ("country", "works", "works_fractional", "top10_share", "h_index", "rank")
_PLAIN = (
    *("works", "leader", "runner_up", "lead_ratio", "hhi", "institutions_in_leader", "monopoly_risk"),
    *("growth", "coverage"),
)


def _done(number: int | None) -> Run:
    found = current_run() if number is None else find_run(number)
    if found is None or found.state != Run.State.DONE:
        raise _uncounted()
    return found


def _uncounted() -> Exception:
    return not_found("還沒有計算結果。", "Nothing was counted yet.")


def _brief(definition: Definition) -> WatchedBrief:
    technology = definition.technology
    return WatchedBrief(
        code=technology.code,
        name=Words.of(technology.name),
        origin=technology.origin,
        definition=definition.number,
        query=query_text(ways_of(definition)),
    )


def _run(run: Run) -> RunShown:
    snapshot = run.snapshot
    return RunShown(
        run=run.pk,
        state=run.state,
        done=run.done,
        total=run.total,
        percentile=run.percentile,
        first=run.first,
        last=run.last,
        version=run.version,
        series=snapshot.series,
        source=snapshot.source,
        query=snapshot.query,
        dated=snapshot.dated.isoformat(),
        works=snapshot.works,
        sha256=snapshot.sha256,
        note=Words.of(snapshot.note) if snapshot.note else None,
        begun_at=run.begun_at,
    )


def _range(interval: Interval) -> RangeShown:
    return RangeShown(low=interval.low, high=interval.high)


def _alert(each: TechnologyAlert) -> AlertShown:
    alert = each.alert
    return AlertShown(
        code=each.technology.code,
        kind=alert.kind.value,
        country=alert.country,
        country_before=alert.country_before,
        before=alert.before,
        after=alert.after,
        interval=_range(alert.interval),
        firm=alert.firm,
        run_before=each.before.pk,
        run=each.after.pk,
    )
