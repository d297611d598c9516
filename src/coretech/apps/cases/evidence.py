"""What the system knows that a dossier might cite: found by likeness of names, offered, never put in by itself."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.cases.content import Evidence, Reference
from coretech.apps.cases.models import Case
from coretech.apps.lists.foreign import foreign_lists
from coretech.kit.clock import TAIPEI
from coretech.kit.folding import fold

ENOUGH = 0.6
"""How much of a name must be found in the case's own words for it to be offered."""
_MOST = 6
"""How many are offered of a kind."""
_GENERIC = re.compile(
    r"\b(?:advanced|and|engineering|for|high|in|including|manufacturing|next|generation|of|or|other|system|systems|technique|"
    r"techniques|technologies|technology|the|to|with)\b|技術|系統|先進|及其|[與及和之的等]"
)
_WORD = re.compile(r"[a-z0-9]+|[\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to cite: ``kind`` is that of a reference, ``source`` names where it stands and of which day."""

    kind: str
    what: str
    source: str
    date: str
    link: str
    score: float

    @property
    def key(self) -> str:
        """A name for the offer that says nothing of it."""
        said = f"{self.kind}\n{self.what}\n{self.source}\n{self.date}"
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def as_reference(self) -> Reference:
        """The offer as a row of other references."""
        return Reference(kind=self.kind, what=self.what, source=self.source, date=self.date, link=self.link)

    def as_evidence(self) -> Evidence:
        """The offer as evidence for a claim."""
        return Evidence(what=self.what, source=self.source, date=self.date, link=self.link)


def likeness(name: str, words: str) -> float:
    """How much of a name is found in other words, from 0 to 1: the share of its folded n-grams they have too."""
    own = _grams(name)
    return len(own & _grams(words)) / len(own) if own else 0.0


def words_of(case: Case) -> str:
    """What of a case names are compared with."""
    return f"{case.name_zh}\n{case.name_en}\n{case.sector.zh}\n{case.sector.en}"


def from_lists(case: Case) -> list[Offer]:
    """The names on other countries' lists that are like the case's."""
    words = words_of(case)
    offers = (
        Offer(
            kind="foreign_list",
            what=name,
            source=f"{each.issuer.zh}「{each.title.zh}」（{each.date}）",
            date=_whole_day(each.date),
            link=each.source_url,
            score=likeness(name, words),
        )
        for each in foreign_lists()
        for name in each.names
    )
    return best(offers)


def from_cases(case: Case, others: Iterable[Case]) -> list[Offer]:
    """Earlier cases with a name like this one's; the caller says which the reader may know of."""
    words = words_of(case)
    offers = (
        Offer(
            kind="case",
            what=other.name_zh,
            source=f"案件{other.reference}",
            date=_day(other.opened_at),
            link="",
            score=likeness(other.name_zh, words),
        )
        for other in others
        if other.pk != case.pk
    )
    return best(offers)


def best(offers: Iterable[Offer], least: float = ENOUGH) -> list[Offer]:
    """Those that are like enough, the likest first."""
    return sorted((each for each in offers if each.score >= least), key=lambda each: -each.score)[:_MOST]


def _grams(text: str) -> frozenset[str]:
    """Two characters of Chinese or Japanese, three of a Latin word; a shorter word stands for itself."""
    found = _WORD.findall(_GENERIC.sub(" ", fold(text)))
    return frozenset(gram for word in found for gram in _pieces(word))


def _pieces(word: str) -> list[str]:
    size = 3 if word.isascii() else 2
    return [word[start : start + size] for start in range(max(1, len(word) - size + 1))]


def _whole_day(text: str) -> str:
    return text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else ""


def _day(moment: dt.datetime) -> str:
    return moment.astimezone(TAIPEI).date().isoformat()
