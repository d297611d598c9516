"""Counting with one engine or another: membership first, then the histograms."""

from collections.abc import Sequence

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Counter, Histograms, Percentile, Years
from coretech.engines.indicators.members import members
from coretech.engines.indicators.tables import Snapshot


def counted(
    snapshot: Snapshot,
    technologies: Sequence[Technology],
    counter: Counter,
    years: Years,
    percentile: Percentile,
) -> Histograms:
    """The histograms of a snapshot."""
    return counter.count(snapshot, members(snapshot, technologies), years, percentile)
