"""Which items a description is like: of the list in force, and of other countries' lists where they are asked for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coretech.apps.lists.corpus import listed_texts
from coretech.apps.lists.foreign import OWN_COUNTRY
from coretech.apps.lists.queries import standing_versions
from coretech.apps.profiles.queries import newest_of, profiles_of_item
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.apps.register.scope_notes import topics_of
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher
from coretech.kit.sentence import Sentence

LEAST = 0.15
"""What is less alike than this is not named: below it, texts about other things meet by chance."""
CLEAR = 0.3
"""From here on the description and the item have most of what matters in common."""
MOST, MOST_FOREIGN = 5, 8
_TELLING = ("description", "characteristics", "functions")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a description may be: ``words`` are its names, ``text`` all that it was compared by.

    ``href`` is its page below the address of the installation, empty where it has none there.
    """

    key: str
    words: Sentence
    text: str
    number: int | None = None
    source: Sentence | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Like:
    """A candidate with how alike it is, from 0 to 1."""

    candidate: Candidate
    score: float

    @property
    def clear(self) -> bool:
        """Whether it has most of what matters in common."""
        return self.score >= CLEAR


def likely(text: str, candidates: Sequence[Candidate], most: int = MOST) -> list[Like]:
    """The candidates a text is like, the likest first; none where nothing is alike."""
    if not candidates:
        return []
    (hits,) = _matcher(tuple(each.text for each in candidates)).matched([text], most, LEAST)
    return [Like(candidates[hit.item], hit.score) for hit in hits]


def listed_candidates(day: dt.date) -> list[Candidate]:
    """The items of a day's list with their scope and what their authorities noted of it."""
    return [_listed(version) for version in in_force(day)]


def foreign_candidates() -> list[Candidate]:
    """The items of other countries' lists in force."""
    sources = {
        each.code: each.version.list.title
        for each in standing_versions()
        if each.version.list.country != OWN_COUNTRY
    }
    return [
        Candidate(each.key, each.words, each.text, None, sources[version], each.href)
        for each in listed_texts()
        if (version := each.key.partition("/")[0]) in sources
    ]


def _listed(version: ItemVersion) -> Candidate:
    number = version.item.number
    notes = [topic.newest for topic in topics_of(version.item_id) if not topic.withdrawn]
    told = (
        *(version.name_zh, version.name_en, version.scope_zh, version.scope_en),
        *(words for note in notes for words in (note.zh, note.en)),
        *_profiled(number),
    )
    return Candidate(f"register/{number}", version.name, "\n".join(filter(None, told)), number)


def _profiled(number: int) -> Iterator[str]:
    """What the profiles of an item say it is."""
    for newest in filter(None, map(newest_of, profiles_of_item(number))):
        for row in (row for section in _TELLING for row in newest.content.get(section, ())):
            yield from (row["zh"], row["en"])


@lru_cache(maxsize=4)
def _matcher(texts: tuple[str, ...]) -> Matcher:
    """The published texts, prepared once; of what is asked nothing is kept."""
    return Matcher(texts, lexicon())
