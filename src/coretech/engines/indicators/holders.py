"""Who holds a part of a technology's top papers: what lead and concentration are reckoned from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from coretech.engines.indicators.lead import Holder
from coretech.engines.indicators.top10_share import top10_share
from coretech.engines.indicators.works import works
from coretech.kit.countries import country_of


def holders(shares: pl.DataFrame) -> Mapping[int, Sequence[Holder]]:
    """The holders of each technology, from the histogram of shares; of one without top papers there are none."""
    share, held = top10_share(shares), defaultdict(list)
    for technology, country, count in works(shares).rows():
        part = share.parts.get((technology, country))
        if part is not None:
            held[technology].append(Holder(country_of(country), part, count))
    return held
