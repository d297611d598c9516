"""The features of one text, the slow and plain way: what the fast way over arrays must agree with."""

import re
from collections.abc import Iterator

from coretech.engines.matching.folding import HAN, folded
from coretech.engines.matching.terms import plain_words, stem

LONGEST_WORD = 40
RUN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN) + "]+")
_WORD = re.compile(r"[a-z0-9]+")


def tokens_of(text: str) -> Iterator[str]:
    """Each two and three characters of every run of Chinese, and each Latin word or figure, stemmed."""
    plain = folded(text)
    for run in RUN.finditer(plain):
        yield from grams(run.group())
    for word in _WORD.findall(plain):
        if len(word) <= LONGEST_WORD and word not in plain_words():
            yield stem(word)


def grams(run: str) -> Iterator[str]:
    """Each two and each three characters beside each other."""
    for size in (2, 3):
        for start in range(len(run) - size + 1):
            yield run[start : start + size]
