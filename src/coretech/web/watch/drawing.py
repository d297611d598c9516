"""Drawing a chart once for the figures it shows.

Altair takes half a second to load, and only charts need it: it is loaded with the first of them.
"""

from functools import lru_cache

SVG, CSV = "image/svg+xml", "text/csv; charset=utf-8"
Line = tuple[str, tuple[float, ...]]
_KEPT = 256


@lru_cache(maxsize=_KEPT)
def shares_chart(means: tuple[tuple[str, float, float, float], ...], axis: str) -> bytes:
    """Shares with their intervals, each ``(name, share, lowest, highest)`` in per cent, drawn once."""
    from coretech.engines.charts.scores import Mean, scores  # noqa: PLC0415 - as said above

    return scores([Mean(*each) for each in means], axis).encode()


@lru_cache(maxsize=_KEPT)
def years_chart(years: tuple[str, ...], lines: tuple[Line, ...], axis: str) -> bytes:
    """Lines over years from zero up, each with its name, drawn once."""
    from coretech.engines.charts.paths import paths  # noqa: PLC0415 - as said above

    return paths(years, dict(lines), axis, zero=True).encode()


@lru_cache(maxsize=_KEPT)
def stacked_chart(years: tuple[str, ...], parts: tuple[Line, ...], axis: str) -> bytes:
    """Parts that may be added, by year, each with its name, drawn once."""
    from coretech.engines.charts.stacked import stacked  # noqa: PLC0415 - as said above

    return stacked(years, dict(parts), axis).encode()
