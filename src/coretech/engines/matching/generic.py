"""Words that stand in the name of nearly every technology and so tell little: how much each weighs."""

import csv
from functools import cache
from importlib.resources import files

from coretech.engines.matching.folding import folded, has_han
from coretech.engines.matching.spelling import stemmed

WHOLE = 1.0
_LITTLE = 0.35


def weight_of(term: str) -> float:
    """How much a folded Chinese word or a stemmed English one tells, from 0 to 1; most tell all they say."""
    return _weights().get(term, WHOLE)


def tells(term: str) -> bool:
    """Whether a term says enough to be looked for inside other words too: 科技 within 生物科技 does not."""
    return weight_of(term) > _LITTLE


@cache
def _weights() -> dict[str, float]:
    """The kept weights, by the form that terms are compared in."""
    text = (files("coretech.data") / "matching" / "generic.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {_compared(row["word"]): float(row["weight"]) for row in rows}


def _compared(word: str) -> str:
    plain = folded(word)
    return plain if has_han(plain) else stemmed(plain)
