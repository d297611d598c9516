"""From every version to the list of a day, as known on a day: what a file with the whole history can be asked."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from coretech.kit.clock import TAIPEI
from coretech.readers.register_files.records import ENDING, Entry

_DAY = dt.timedelta(days=1)


def known(entries: Iterable[Entry], known_at: dt.date | None) -> tuple[Entry, ...]:
    """Every version recorded by the end of a day, by number, each with its span as it was known then."""
    ordered = sorted(_recorded(entries, known_at), key=lambda entry: entry.ref)
    return tuple(
        told for _, item in groupby(ordered, key=lambda entry: entry.no) for told in _spanned(tuple(item))
    )


def list_on(entries: Iterable[Entry], as_of: dt.date, known_at: dt.date | None = None) -> tuple[Entry, ...]:
    """The list of a day, as known at the end of another, by number, each item with the names it had before."""
    return tuple(entry for entry in ever_on(entries, as_of, known_at) if entry.change not in ENDING)


def ever_on(entries: Iterable[Entry], as_of: dt.date, known_at: dt.date | None = None) -> tuple[Entry, ...]:
    """What had been listed by a day: the same, with the items that had left the list again as they left it."""
    ordered = known(entries, known_at)
    return tuple(
        entry
        for _, item in groupby(ordered, key=lambda entry: entry.no)
        for entry in _reached(standing(tuple(item)), as_of)
    )


def ended_by(entries: Iterable[Entry], as_of: dt.date) -> dict[int, str]:
    """By which change each item that was on the list before is not on it on a day, by number."""
    ordered = known(entries, None)
    reached = {
        no: [entry for entry in standing(tuple(item)) if entry.valid_from <= as_of]
        for no, item in groupby(ordered, key=lambda entry: entry.no)
    }
    return {no: each[-1].change for no, each in reached.items() if each and each[-1].change in ENDING}


def standing(item: tuple[Entry, ...]) -> list[Entry]:
    """The versions of one item that none of the others corrects, in the order in which they take effect."""
    corrected = {entry.corrects for entry in item}
    return sorted((entry for entry in item if entry.version not in corrected), key=_order)


def _recorded(entries: Iterable[Entry], known_at: dt.date | None) -> Iterator[Entry]:
    if known_at is None:
        return iter(entries)
    end = dt.datetime.combine(known_at, dt.time.max, TAIPEI)
    return (entry for entry in entries if entry.recorded_at <= end)


def _spanned(item: tuple[Entry, ...]) -> Iterator[Entry]:
    stands = standing(item)
    until = {now.version: then.valid_from - _DAY for now, then in pairwise(stands)}
    for entry in item:
        reached = [each for each in stands if _order(each) <= _order(entry) and each.change == "added"]
        since = max((each.valid_from for each in reached), default=entry.valid_from)
        yield replace(entry, in_force_since=since, valid_until=until.get(entry.version))


def _reached(stands: list[Entry], as_of: dt.date) -> Iterator[Entry]:
    """The version that tells the day, where one does."""
    reached = [entry for entry in stands if entry.valid_from <= as_of]
    if reached:
        current = reached[-1]
        yield replace(
            current,
            former_names_zh=_others(current.name_zh, [entry.name_zh for entry in reached]),
            former_names_en=_others(current.name_en, [entry.name_en for entry in reached]),
        )


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names) - {name, ""}))


def _order(entry: Entry) -> tuple[dt.date, int]:
    return entry.valid_from, entry.version
