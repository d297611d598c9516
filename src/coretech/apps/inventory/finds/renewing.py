"""What a new screening of the same projects would be made with, beside what the newest was made with."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.inventory.finds.catalogue import Entry, catalogue_on, read
from coretech.apps.inventory.models import Portfolio, TermModel
from coretech.engines.matching.matcher import THRESHOLD, VERSION


@dataclass(frozen=True, slots=True)
class Renewal:
    """The catalogue and the terms of today, and what is new since a screening, the way of comparing included."""

    catalogue: tuple[Entry, ...]
    model: TermModel | None
    added: tuple[Entry, ...]
    reworded: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    newer_terms: bool
    newer_matcher: bool

    @property
    def differs(self) -> bool:
        """Whether a new screening may find anything else than the last."""
        listed = self.added or self.reworded or self.gone
        return bool(listed) or self.newer_terms or self.newer_matcher


def renewal_of(portfolio: Portfolio, day: dt.date, *, foreign: bool) -> Renewal:
    """What a screening of the portfolio's projects on a day would be made with."""
    catalogue = tuple(catalogue_on(day, foreign=foreign))
    model = TermModel.objects.filter(agency=portfolio.round.agency_id).first()
    before = _by_place(read(portfolio.catalogue))
    now = _by_place(catalogue)
    return Renewal(
        catalogue=catalogue,
        model=model,
        added=tuple(entry for place, entry in now.items() if place not in before),
        reworded=tuple(
            entry for place, entry in now.items() if place in before and entry.text != before[place].text
        ),
        gone=tuple(entry for place, entry in before.items() if place not in now),
        newer_terms=(model.pk if model else None) != portfolio.model_id,
        newer_matcher=(portfolio.matcher, portfolio.threshold) != (VERSION, THRESHOLD),
    )


def _by_place(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """Our items by their key, those of foreign lists by list and name."""
    return {((each.source, each.text) if each.source else ("", each.key)): each for each in entries}
