"""``rank``: place by ``top10_share`` within the technology, 1 for the largest; equals share the smaller rank.

rank(c) = 1 + number of countries whose share is larger
"""

from collections import defaultdict

from coretech.engines.indicators.shared import Key, Parts


def rank(shares: Parts) -> dict[Key, int]:
    """Ranks of exact shares, so that equal ones are equal; those of a technology have one denominator."""
    held: dict[int, list[int]] = defaultdict(list)
    for (technology, _), part in shares.parts.items():
        held[technology].append(part)
    places: dict[int, dict[int, int]] = {}
    for technology, each in held.items():
        places[technology] = {}
        for place, part in enumerate(sorted(each, reverse=True), start=1):
            places[technology].setdefault(part, place)
    return {key: places[key[0]][part] for key, part in shares.parts.items()}
