"""Duties from their data files: read strictly, so that one without its source never reaches a reader."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from coretech.kit.sentence import Sentence
from coretech.readers.obligations.records import Actor, Checked, Duty, Law, Source, Tie, Verb

_SOURCES = "sources.toml"
_ORDER = ("national-security-act", "trade-secrets-act", "cross-strait-act", "funded-projects")
_KNOWN = frozenset(
    "id place_zh place_en tie kind actors zh en note_zh note_en sources checked from until".split()  # noqa: SIM905 - a list of words is read more easily as words
)
E = TypeVar("E", bound=StrEnum)


class DutiesError(ValueError):
    """Data that cannot be used; ``place`` is the file and entry."""

    def __init__(self, place: str, problem: str) -> None:
        """Keep both."""
        super().__init__(f"{place}: {problem}")
        self.place = place


@cache
def bundled() -> tuple[Duty, ...]:
    """The duties that travel with the package: what listing itself brings first, then the others by file."""
    return duties_in(files("coretech.data") / "obligations")


def duties_in(folder: Traversable) -> tuple[Duty, ...]:
    """The duties in a folder, a file a law.

    Raises:
        DutiesError: for a file that is no TOML, a key that is missing or not known, an unknown source, actor, tie or
            verb, an article said to be checked in a bundled source that it does not name, days that run backwards,
            or an id used twice.
    """
    sources = _sources(_table(folder / _SOURCES))
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    names.sort(key=lambda name: (_place(name), name))
    found = tuple(duty for name in names if name != _SOURCES for duty in _duties(folder / name, sources))
    ids = [each.id for each in found]
    for twice in {each for each in ids if ids.count(each) > 1}:
        raise DutiesError(twice, "this id is used twice")
    return found


def _place(name: str) -> int:
    stem = name.removesuffix(".toml")
    return _ORDER.index(stem) if stem in _ORDER else len(_ORDER)


def _duties(file: Traversable, sources: Mapping[str, Source]) -> Iterator[Duty]:
    data = _table(file)
    head = data.get("law", {})
    law = Law(_text(head, "id", file.name), _both(head, "", file.name))
    for number, row in enumerate(data.get("duty", ()), 1):
        yield _duty(row, law, sources, f"{file.name} duty {number} ({row.get('id', '?')})")


def _duty(row: Mapping[str, Any], law: Law, sources: Mapping[str, Source], place: str) -> Duty:
    if unknown := row.keys() - _KNOWN:
        raise DutiesError(place, f"unknown keys: {sorted(unknown)}")
    named = _named_sources(row, sources, place)
    checked = _member(Checked, _text(row, "checked", place), place)
    if checked is Checked.BUNDLED and not any(each.bundled for each in named):
        raise DutiesError(place, "checked in a bundled source, but names none")
    start, until = _day(row, "from", place), _day(row, "until", place)
    if start is not None and until is not None and until < start:
        raise DutiesError(place, "until is before from")
    return Duty(
        id=_text(row, "id", place),
        law=law,
        place=_both(row, "place_", place),
        tie=_member(Tie, _text(row, "tie", place), place),
        verb=_member(Verb, _text(row, "kind", place), place),
        actors=_actors(row, place),
        what=_both(row, "", place),
        sources=named,
        checked=checked,
        start=start,
        until=until,
        note=_both(row, "note_", place) if "note_zh" in row else None,
    )


def _sources(data: Mapping[str, Any]) -> dict[str, Source]:
    return {
        key: Source(key, _both(row, "", f"{_SOURCES} {key}"), bool(row.get("bundled")), row.get("url", ""))
        for key, row in data.items()
    }


def _named_sources(row: Mapping[str, Any], sources: Mapping[str, Source], place: str) -> tuple[Source, ...]:
    keys = row.get("sources") or ()
    if not keys or not sources.keys() >= set(keys):
        raise DutiesError(place, f"names no source, or one that {_SOURCES} does not have: {list(keys)}")
    return tuple(sources[key] for key in keys)


def _actors(row: Mapping[str, Any], place: str) -> frozenset[Actor]:
    found = frozenset(_member(Actor, each, place) for each in row.get("actors", ()))
    if not found:
        raise DutiesError(place, "is on nobody")
    return found


def _member(of: type[E], word: str, place: str) -> E:
    try:
        return of(word)
    except ValueError:
        raise DutiesError(place, f"{word!r} is none of {[each.value for each in of]}") from None


def _day(row: Mapping[str, Any], name: str, place: str) -> dt.date | None:
    found = row.get(name)
    if not (found is None or isinstance(found, dt.date)):
        raise DutiesError(place, f"{name} should be a date")
    return found


def _both(row: Mapping[str, Any], before: str, place: str) -> Sentence:
    return Sentence(_text(row, f"{before}zh", place), _text(row, f"{before}en", place))


def _text(row: Mapping[str, Any], name: str, place: str) -> str:
    found = row.get(name)
    if not isinstance(found, str) or not found.strip():
        raise DutiesError(place, f"{name} is missing")
    return found


def _table(file: Traversable) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DutiesError(file.name, f"no valid TOML: {error}") from error
