"""Topics looked up by place instead of joined: a row of topics is a place in a table of what belongs there.

A topic's place is its last bits, so that the table is small however large the numbers of topics are; topics that share
a place are told apart afterwards.
"""

import numpy as np
import polars as pl

from coretech.engines.indicators.places import Ints, spread

_PLACES = 2**15
"""More than OpenAlex has topics, whose numbers follow one another."""


def technologies_of(topics: Ints, table: pl.DataFrame) -> tuple[Ints, Ints]:
    """For each topic given and each technology it belongs to: the row of the topic, and the technology.

    ``table`` has ``(topic, technology)``, as ``members.TOPIC_MAP``.
    """
    topic, technology = table["topic"].to_numpy(), table["technology"].to_numpy()
    at = topic & (_PLACES - 1)
    order = np.argsort(at)
    times = np.bincount(at, minlength=_PLACES).astype(np.int32)
    first = np.cumsum(times, dtype=np.int32) - times
    wanted = topics & (_PLACES - 1)
    found = np.flatnonzero(times[wanted])
    wanted = wanted[found]
    rows, places = spread(first[wanted], times[wanted])
    entries, rows = order[places], found[rows]
    same = topic[entries] == topics[rows]
    return rows[same], technology[entries[same]]
