"""English terms of a text: words stemmed, acronyms and figures kept, the small words left out."""

import re
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[a-z0-9]+(?:[.][0-9]+)?")
_PLAIN = frozenset(
    """
    a an and are as at be by for from has have in incl including into is it its of on one or other over s such sth sb
    than that the their them these this to under use used using via was were which with within etc
    """.split()  # noqa: SIM905 - a list of words is read more easily as words
)


def plain_words() -> frozenset[str]:
    """The small words that tell nothing."""
    return _PLAIN


def terms_of(text: str) -> tuple[str, ...]:
    """The terms in order: ``Advanced computing (HPC)`` is ``advanc comput hpc``."""
    return tuple(stem(word) for word in _WORD.findall(text.lower()) if word not in _PLAIN)


@lru_cache(maxsize=262144)
def stem(word: str) -> str:
    """A word without its ending; figures and short words as they are."""
    return str(_stemmer().stemWord(word)) if word.isalpha() and len(word) > 2 else word  # noqa: PLR2004 - a word of two letters has no ending


@cache
def _stemmer() -> Any:  # noqa: ANN401 - the stemmer tells no types
    from Stemmer import Stemmer  # noqa: PLC0415 - only who matches English needs it

    return Stemmer("english")
