"""What calls for an alert, by rule; an alert stays open while its reason lasts and is told of once."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coretech.apps.supplies.findings import findings_of
from coretech.apps.supplies.history import Point, cover_over_time, run_of
from coretech.apps.supplies.models import Alert, Commodity
from coretech.apps.supplies.origins import DOMINANT, last_told, sources_of
from coretech.apps.supplies.prices import warned
from coretech.apps.supplies.state import State, states_of
from coretech.engines.supplies.standing import Level
from coretech.engines.supplies.wording import shown, shown_days
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

FRESH = dt.timedelta(days=100)
"""Findings about older periods open no alert: whoever brings in the figures of past years is not rung up for each."""
_POINTS = 60
_RUNS = {Level.BELOW: Alert.Kind.BELOW, Level.NEAR: Alert.Kind.NEAR}


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that calls for an alert; ``key`` stays the same while it lasts, ``fresh`` is False for old findings."""

    kind: Alert.Kind
    key: str
    day: dt.date
    said: Sentence
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Due:
    """What watching would change: the alerts to be opened, and those whose reason is gone."""

    opening: tuple[tuple[Commodity, Reason], ...]
    closing: tuple[Alert, ...]

    @property
    def nothing(self) -> bool:
        """Whether all is as it was."""
        return not (self.opening or self.closing)


def due(commodities: Iterable[Commodity], day: dt.date) -> Due:
    """Hold the reasons of a day against the alerts there are; one that a person closed is not opened again."""
    states = states_of(commodities, day, whole=True)
    reasons = {each.key: (state.commodity, each) for state in states for each in reasons_of(state)}
    alerts = list(Alert.objects.filter(commodity__in=[each.commodity for each in states]))
    known = {each.key for each in alerts}
    opening = tuple(found for key, found in reasons.items() if found[1].fresh and key not in known)
    closing = tuple(each for each in alerts if each.closed_at is None and each.key not in reasons)
    return Due(opening, closing)


def reasons_of(state: State) -> Iterator[Reason]:
    """Everything that calls for an alert about a commodity."""
    yield from _short(state)
    yield from _late(state)
    yield from _implausible(state)
    yield from _concentrated(state)
    yield from _priced(state)


def _short(state: State) -> Iterator[Reason]:
    """The cover is below or near its standard; the same alert as long as it stays so."""
    points = cover_over_time(state, _POINTS)
    level = points[-1].level if points else Level.UNKNOWN
    kind = _RUNS.get(level)
    if kind is None:
        return
    since, last = run_of(points, frozenset({level}))[0], points[-1]
    yield Reason(kind, _key(state, kind, since.day.isoformat()), last.day, _cover_said(last))


def _cover_said(point: Point) -> Sentence:
    day = point.day
    if point.days is None or point.standard is None:
        message = f"{day}: a level without figures"
        raise ValueError(message)
    cover, standard = shown_days(point.days), shown(point.standard.days)
    return Sentence(
        f"{roc_short(day)}存量天數{cover}天，標準{standard}天",
        f"{cover} days of cover on {day}, where {standard} are asked for",
    )


def _late(state: State) -> Iterator[Reason]:
    missing = state.missing
    if missing:
        first, many = missing[0], len(missing)
        said = Sentence(
            f"{many}期逾期未報，最早者應於{roc_short(first.due)}前申報",
            f"overdue returns: {many}, the oldest due on {first.due}",
        )
        yield Reason(Alert.Kind.LATE, _key(state, Alert.Kind.LATE, str(first.period.end)), first.due, said)


def _implausible(state: State) -> Iterator[Reason]:
    for each in findings_of(state):
        period = each.period.said()
        said = Sentence(f"{period.zh}{each.what.zh}", f"{each.what.en}, {period.en}")
        yield Reason(
            Alert.Kind.JUMP,
            _key(state, Alert.Kind.JUMP, each.key),
            each.day,
            said,
            state.day - each.day <= FRESH,
        )


def _concentrated(state: State) -> Iterator[Reason]:
    day = last_told(state.commodity)
    if day is None:
        return
    found = sources_of(state.commodity, day)
    if found.largest_share is not None and found.largest_share >= DOMINANT:
        name, share = found.sources[0].name, shown(found.largest_share * 100)
        said = Sentence(f"進口的{share}%來自{name}", f"{share} % of imports come from {name}")
        yield Reason(
            Alert.Kind.SINGLE_SOURCE,
            _key(state, Alert.Kind.SINGLE_SOURCE, name),
            day,
            said,
            state.day - day <= FRESH,
        )


def _priced(state: State) -> Iterator[Reason]:
    found = warned(state.returns)
    if found is not None:
        kind = Alert.Kind.PRICE
        fresh = state.day - found.last <= FRESH
        yield Reason(kind, _key(state, kind, f"{found.since}"), found.last, found.said, fresh)


def _key(state: State, kind: Alert.Kind, detail: str) -> str:
    return f"{state.commodity.slug}:{kind.value}:{detail}"[:120]
