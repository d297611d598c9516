"""What moved from one snapshot to the next of its series, by technology."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.watch.counts.runs import current_run, run_before
from coretech.apps.watch.models import Counted, CountryFigure, Run, WatchedTechnology
from coretech.engines.watching.alerts import Alert, Standing, alerts


@dataclass(frozen=True, slots=True)
class TechnologyAlert:
    """A change of a technology between two runs; both were counted by the same definition."""

    technology: WatchedTechnology
    before: Run
    after: Run
    alert: Alert


@dataclass(frozen=True, slots=True)
class Compared:
    """Two runs and all that moved; ``redefined`` are technologies that were defined anew between them."""

    before: Run
    after: Run
    alerts: tuple[TechnologyAlert, ...]
    redefined: tuple[WatchedTechnology, ...]


def current_alerts() -> Compared | None:
    """The run that pages show, against the newest of the snapshot before; None where there are not two."""
    after = current_run()
    before = None if after is None else run_before(after)
    return None if after is None or before is None else compared(before, after)


def compared(before: Run, after: Run) -> Compared:
    """What moved between two runs. A definition that changed is no news of the world, and is told apart."""
    earlier, later = _by_technology(before), _by_technology(after)
    both = [(earlier[key], later[key]) for key in later if key in earlier]
    same = [pair for pair in both if pair[0].definition_id == pair[1].definition_id]
    return Compared(
        before,
        after,
        tuple(found for pair in same for found in _moved(before, after, *pair)),
        tuple(now.technology for was, now in both if was.definition_id != now.definition_id),
    )


def alerts_of(counted: Counted) -> tuple[TechnologyAlert, ...]:
    """What moved of one technology since the run before; nothing where it was defined anew since."""
    before = run_before(counted.run)
    was = before and before.counted.filter(definition=counted.definition_id).first()
    return tuple(_moved(before, counted.run, was, counted)) if before and was else ()


def top_with_country(counted: Counted) -> int:
    """The top papers of a technology that name a country: what shares are shares of."""
    cover: Mapping[str, int] = counted.coverage
    return cover["top10"] - cover["top10_without_country"]


def _by_technology(run: Run) -> dict[int, Counted]:
    rows = run.counted.select_related("technology").prefetch_related("countries")
    return {each.technology_id: each for each in rows}


def _moved(before: Run, after: Run, was: Counted, now: Counted) -> Iterator[TechnologyAlert]:
    for alert in alerts(_standing(was), _standing(now)):
        yield TechnologyAlert(now.technology, before, after, alert)


def _standing(counted: Counted) -> Standing:
    rows: list[CountryFigure] = list(counted.countries.all())
    shares = {each.country: each.top10_share for each in rows if each.top10_share is not None}
    return Standing(counted.leader, shares, top_with_country(counted))
