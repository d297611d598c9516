"""Letters that stand for words: HPC and high performance computing."""

import re
from collections.abc import Iterator, Sequence

from coretech.engines.matching.generic import tells, weight_of
from coretech.engines.matching.spelling import stemmed

LONGEST_ACRONYM = 6
_SHORTEST = 2
_SHORT_TEXT = 12
"""In a text of no more words, any words beside each other may be what an acronym stands for."""
_EMPTY = 0.2
_TOLD = re.compile(r"\(([a-z][a-z0-9]{1,5})s?\)")


def acronyms_of(words: Sequence[tuple[int, int, str]], plain: str) -> Iterator[tuple[str, range]]:
    """Acronyms a folded text makes possible, with the places of their words among ``words`` (start, end, word).

    In a long text only those it tells itself: ``high performance computing (HPC)``.
    """
    if len(words) <= _SHORT_TEXT:
        yield from _windows([word for _, _, word in words])
    else:
        yield from _told(words, plain)


def _windows(words: Sequence[str]) -> Iterator[tuple[str, range]]:
    for size in range(_SHORTEST, min(LONGEST_ACRONYM, len(words)) + 1):
        for start in range(len(words) - size + 1):
            some = words[start : start + size]
            if tells(stemmed(some[-1])) and all(weight_of(stemmed(word)) > _EMPTY for word in some):
                yield "".join(word[0] for word in some), range(start, start + size)


def _told(words: Sequence[tuple[int, int, str]], plain: str) -> Iterator[tuple[str, range]]:
    """Words right before an acronym in brackets that begin with its letters."""
    for found in _TOLD.finditer(plain):
        letters = found.group(1)
        before = next((place for place, word in enumerate(words) if word[0] >= found.start()), len(words))
        start = before - len(letters)
        if start >= 0 and "".join(word[0] for _, _, word in words[start:before]) == letters:
            yield letters, range(start, before)
