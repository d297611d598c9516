"""Whether a description says enough to be held against anything."""

import re
import unicodedata

from coretech.engines.matching.folding import folded, has_han
from coretech.engines.matching.terms import plain_words

_LATIN = re.compile(r"[a-z][a-z0-9+-]*|[0-9]+(?:[.][0-9]+)?")
_HAN_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]")
_SMALL_HAN = frozenset("的了是在和與与或及其這这那有為为以於于而也都就很我們们你他她它個个等之類类")
ENOUGH = 12


def weight_of(text: str) -> int:
    """How much a description says: one for a Chinese character that means something, two for a Latin word."""
    plain = folded(unicodedata.normalize("NFKC", text))
    words = [word for word in _LATIN.findall(plain) if word not in plain_words()]
    han = [each for each in _HAN_RUN.findall(text) if each not in _SMALL_HAN] if has_han(text) else []
    return 2 * len(words) + len(han)


def is_empty(text: str) -> bool:
    """Whether there is nothing in it that means anything: only small words, signs or pictures."""
    return weight_of(text) == 0


def is_thin(text: str) -> bool:
    """Whether it says so little that much will be found alike: some words, no description."""
    return weight_of(text) < ENOUGH
