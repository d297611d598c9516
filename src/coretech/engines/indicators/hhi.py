"""``hhi``: how concentrated the shares of the top papers are, from 0 (spread) to 1 (one country).

hhi = Σ over countries of top10_share²
"""

from collections.abc import Sequence


def hhi(parts: Sequence[int]) -> float | None:
    """The index, from the countries' parts of top papers over one denominator; none where there are none."""
    total = sum(parts)
    return sum(part**2 for part in parts) / total**2 if total else None
