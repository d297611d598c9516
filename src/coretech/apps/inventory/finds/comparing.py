"""Comparing projects with a portfolio's catalogue, by the terms learned until then: the same again, the same score."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coretech.apps.inventory.finds.catalogue import Entry, read
from coretech.apps.inventory.finds.sealed_rows import projects_of
from coretech.apps.inventory.models import Find, Portfolio, TermModel
from coretech.engines.matching.learning import Model, adjusted, from_data, learning_terms
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Hit, Matcher
from coretech.readers.portfolios.projects import Project

KEPT = 5
"""How many of the items most like a project are kept with its find."""
_LOOKED_AT = 10
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Scored:
    """An item's key with its score; an empty key where nothing is like the project at all."""

    key: str
    score: float


class Comparing:
    """A catalogue made ready, with the terms learned for its items."""

    def __init__(self, entries: Sequence[Entry], model: TermModel | None) -> None:
        """Make the catalogue ready."""
        self.entries = {entry.key: entry for entry in entries}
        self._keys = list(self.entries)
        self._matcher = Matcher([entry.text for entry in entries], lexicon())
        self._weights: Model = {} if model is None else from_data(model.weights)
        self._reach = 0.0 if model is None else float(model.parameters["reach"])

    def compared(self, projects: Sequence[Project]) -> list[list[Scored]]:
        """For each project the items most like it, the best first; one of none where nothing is."""
        texts = [project.text for project in projects]
        hits = self._matcher.matched(texts, _LOOKED_AT)
        return [self._scored(text, found) for text, found in zip(texts, hits, strict=True)]

    def _scored(self, text: str, hits: Sequence[Hit]) -> list[Scored]:
        terms = learning_terms(text) if self._weights else frozenset()
        found = [
            Scored(key, round(adjusted(hit.score, self._weights.get(key, ()), terms, self._reach), _DIGITS))
            for hit in hits
            if (key := self._keys[hit.item]) and hit.score > 0
        ]
        return sorted(found, key=lambda each: -each.score)[:KEPT] or [Scored("", 0.0)]


def comparing_for(portfolio: Portfolio) -> Comparing:
    """The portfolio's own catalogue and terms, made ready once."""
    return _ready(portfolio.pk, portfolio.model_id or 0)


@lru_cache(maxsize=4)
def _ready(portfolio_id: int, _model: int) -> Comparing:
    portfolio = Portfolio.objects.select_related("model").get(pk=portfolio_id)
    return Comparing(read(portfolio.catalogue), portfolio.model)


def project_of(find: Find) -> Project:
    """The project a find is about, opened."""
    return projects_of([find.row])[0]


def repeated(find: Find) -> list[Scored]:
    """What the find's project scores now, with the catalogue and the terms it was scored with."""
    return comparing_for(find.portfolio).compared([project_of(find)])[0]
