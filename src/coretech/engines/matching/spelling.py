"""English words under one spelling, as in America: lists are written so and so, and must meet."""

import re
from functools import lru_cache

from coretech.engines.matching.terms import plain_words, stem

_WORD = re.compile(r"[a-z0-9]+(?:[.][0-9]+)?")
_ALIKE = {
    "aeroplane": "airplane", "aluminium": "aluminum", "armour": "armor", "behaviour": "behavior",
    "caesium": "cesium", "centre": "center", "colour": "color", "defence": "defense", "fibre": "fiber",
    "foetal": "fetal", "grey": "gray", "harbour": "harbor", "labour": "labor", "licence": "license",
    "litre": "liter", "metre": "meter", "mould": "mold", "neighbour": "neighbor", "odour": "odor",
    "oestrogen": "estrogen", "plough": "plow", "programme": "program", "sulphate": "sulfate",
    "sulphide": "sulfide", "sulphur": "sulfur", "theatre": "theater", "tumour": "tumor", "tyre": "tire",
    "uncrewed": "unmanned", "vapour": "vapor",
}  # fmt: skip
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{4})is(e|ed|er|ers|es|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})lys(e|ed|er|ers|ing)$"), r"lyz\1"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"aemi([ac])"), r"emi\1"),
    (re.compile(r"^(an)?haem"), r"\1hem"),
    (re.compile(r"paed"), "ped"),
)
_LEFT = re.compile(
    r"(?:rise|wise|raise|praise|promise|premise|exercise|prise|precise|concise|disease|noise|poise|expertise|"
    r"franchise|paradise|rising|raising|prising|exercising)[a-z]*$"
)
"""Words that end so on both sides of the ocean."""


@lru_cache(maxsize=262144)
def stemmed(word: str) -> str:
    """A word's stem under its one spelling: ``optimisation`` and ``optimization`` are the same."""
    return stem(_spelled(word)) if word.isalpha() else word


def stemmed_terms(text: str) -> tuple[str, ...]:
    """The terms of a text in order, small words left out, each under its one spelling."""
    return tuple(stemmed(word) for word in _WORD.findall(text.lower()) if word not in plain_words())


def _spelled(word: str) -> str:
    root = word.removesuffix("s")
    if root in _ALIKE:
        return _ALIKE[root] + word[len(root) :]
    if _LEFT.search(word):
        return word
    for ending, other in _ENDINGS:
        word = ending.sub(other, word)
    return word
