"""Finding items on the list: by words of any script, by former names, by sector, authority, state, and change."""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from coretech.apps.register.day_list import Listed, ever_listed
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.standing import end_of
from coretech.engines.folding import readings, stands_in
from coretech.kit.agencies import bundled_names, bundled_short_names
from coretech.kit.folding import fold
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LONGEST = 100
"""How many characters may be searched for."""

_LATIN = re.compile(r"[a-z0-9][a-z0-9'+./-]*")
_WORD = re.compile(r"[a-z0-9]+")
_ALIKE = 0.8
_SHORTEST_MISTYPED = 4


class State(StrEnum):
    """Which items are meant: those on the list, those that have left it, or both."""

    IN_FORCE = "in-force"
    ENDED = "ended"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is left empty does not matter. Sector and authority are given by their codes."""

    words: str = ""
    sector: str = ""
    authority: str = ""
    state: State = State.IN_FORCE
    changed_since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """A name an item was found by and no longer has: of which version, and how its announcement printed it."""

    version: int
    name: Sentence
    announced: str


class Found(NamedTuple):
    """An item that was found; ``former`` is the name it was found by, where that is not what it is called now."""

    item: Listed
    former: Former | None = None


Offered = tuple[tuple[str, Sentence], ...]
"""Codes that can be asked for, each with its name."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, by number; ``instead`` is what was searched for where the words as typed found nothing.

    ``sectors`` and ``authorities`` are those of all that was ever listed by the day.
    """

    found: tuple[Found, ...]
    instead: str = ""
    sectors: Offered = ()
    authorities: Offered = ()


def search(asked: Search, as_of: dt.date, known_at: dt.date | None = None) -> Results:
    """The items of a day's list, as known on a day, that are looked for.

    Raises:
        Refused: (HTTP 422) for words that are too long, and for a sector or an authority that no item ever had.
    """
    ever = ever_listed(as_of, known_at)
    sectors, authorities = _offered(ever)
    _require_sound(asked, sectors, authorities)
    found, instead = _found([item for item in ever if _is_meant(item, asked)], asked.words, known_at)
    return Results(found, instead, sectors, authorities)


def _found(items: Sequence[Listed], words: str, known_at: dt.date | None) -> tuple[tuple[Found, ...], str]:
    if not words.strip():
        return tuple(Found(item) for item in items), ""
    texts = [_Text(item, former) for item, former in _with_former(items, known_at)]
    found = _matching(texts, words)
    instead = "" if found else _as_meant(words, texts)
    return (_matching(texts, instead) if instead else found), instead


def _offered(ever: Sequence[Listed]) -> tuple[Offered, Offered]:
    by_order = sorted(ever, key=lambda item: item.order)
    sectors = {item.sector_code: item for item in by_order}
    authorities = {item.authority_code: item for item in by_order}
    return (
        tuple((code, item.sector) for code, item in sectors.items()),
        tuple((code, item.authority) for code, item in authorities.items()),
    )


def _require_sound(asked: Search, sectors: Offered, authorities: Offered) -> None:
    if len(asked.words) > LONGEST:
        raise bad_input(
            "q",
            f"搜尋的字詞最多{LONGEST}字，請縮短。",
            f"Search for {LONGEST} characters at most; shorten the words.",
        )
    for field, code, offered in (
        ("sector", asked.sector, sectors),
        ("authority", asked.authority, authorities),
    ):
        codes = [each for each, _ in offered]
        if code and codes and code not in codes:
            raise bad_input(
                field,
                f"清單上沒有「{code}」；可以填的是：{'、'.join(codes)}。",
                f"Nothing on the list has “{code}”; it can be one of: {', '.join(codes)}.",
            )


def _is_meant(item: Listed, asked: Search) -> bool:
    return (
        (asked.state == State.ANY or item.ended == (asked.state == State.ENDED))
        and asked.sector in {"", item.sector_code}
        and asked.authority in {"", item.authority_code}
        and (asked.changed_since is None or item.valid_from >= asked.changed_since)
    )


@cache
def _called(code: str) -> tuple[str, frozenset[str]]:
    """What an agency of a code is and was called, in full and in short; and its code, which is its abbreviation."""
    names = (each.name for each in bundled_names() if each.code == code)
    short = (each.name for each in bundled_short_names() if each.code == code)
    return _folded(*(word for name in names for word in (name.zh, name.en)), *short), frozenset({fold(code)})


class _Text:
    """The words an item is found by: those of today, its authority's other names, and its former ones, newest first."""

    def __init__(self, item: Listed, former: Iterable[Former]) -> None:
        self.item, self.former = item, list(former)
        called, codes = _called(item.authority_code)
        self._whole = codes | {str(item.number)}
        self._now = _folded(
            *(item.name_zh, item.name_en, item.name_announced, item.sector_zh, item.sector_en),
            *(item.authority_zh, item.authority_en, called),
        )
        self._then = [_folded(each.name.zh, each.name.en, each.announced) for each in self.former]

    def found_by(self, terms: Sequence[frozenset[str]]) -> Found | None:
        """The item, where each term is in what it is called now, or else all in what one former name adds to that."""
        if all(self._has(self._now, term) for term in terms):
            return Found(self.item)
        for former, then in zip(self.former, self._then, strict=True):
            if all(self._has(f"{self._now}\n{then}", term) for term in terms):
                return Found(self.item, former)
        return None

    def words(self) -> set[str]:
        """The words in Latin letters."""
        return set(_WORD.findall("\n".join((self._now, *self._then))))

    def _has(self, text: str, term: frozenset[str]) -> bool:
        return not self._whole.isdisjoint(term) or any(stands_in(reading, text) for reading in term)


def _matching(texts: Iterable[_Text], words: str) -> tuple[Found, ...]:
    terms = [readings(word) for word in words.split()]
    return tuple(found for text in texts if (found := text.found_by(terms)))


def _as_meant(words: str, texts: Iterable[_Text]) -> str:
    """The words with each mistyped one replaced by the nearest that occurs; empty where there is none so near."""
    known = sorted(set[str]().union(*(text.words() for text in texts)))
    meant = [_nearest(word, known) for word in words.split()]
    return "" if meant == words.split() else " ".join(meant)


def _nearest(word: str, known: Sequence[str]) -> str:
    folded = fold(word)
    if len(folded) < _SHORTEST_MISTYPED or not _LATIN.fullmatch(folded):
        return word
    if any(each.startswith(folded) for each in known):
        return word
    return next(iter(difflib.get_close_matches(folded, known, n=1, cutoff=_ALIKE)), word)


def _folded(*texts: str) -> str:
    return "\n".join(fold(text) for text in texts)


def _with_former(
    items: Sequence[Listed], known_at: dt.date | None
) -> Iterable[tuple[Listed, Sequence[Former]]]:
    """Each item with the names that others of its versions bear, newest first."""
    named = _names(known_at)
    for item in items:
        now = (item.name_zh, item.name_en, item.name_announced)
        names = named.get(item.number, ())
        yield item, [each for each in names if (each.name.zh, each.name.en, each.announced) != now]


def _names(known_at: dt.date | None) -> Mapping[int, Sequence[Former]]:
    rows = ItemVersion.objects.order_by("-valid_from", "-version")
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=end_of(known_at))
    names: dict[int, list[Former]] = {}
    for number, version, zh, en, announced in rows.values_list(
        "item__number", "version", "name_zh", "name_en", "name_announced"
    ):
        names.setdefault(number, []).append(Former(version, Sentence(zh, en), announced))
    return names
