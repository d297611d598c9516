"""Everything an answer depends on, and the answers: the same on any machine, however the texts are parted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from coretech.engines.matching.embedding import Embedding, Likened
from coretech.engines.matching.explaining import explain
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher, best

MODEL_WEIGHT = 0.5
"""Of a score, the share that a model has a say in, where one is given."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to match: a catalogue, so many items for each text, none below a score, with or without the reasons.

    ``model`` is the folder of a sentence-embedding model; a score is then ``1 - model_weight`` of the matcher's own and
    ``model_weight`` of the cosine of the two vectors. ``threads`` are the model's, 0 for as many as there are.
    """

    catalogue: tuple[str, ...]
    top: int
    least: float = 0.0
    explain: bool = False
    model: str | None = None
    model_weight: float = MODEL_WEIGHT
    threads: int = 0


class Answer(NamedTuple):
    """An item by its place in the catalogue, its score, and the words that carried it where they are asked for."""

    item: int
    score: float
    why: str


class Answering:
    """Answers texts by a recipe."""

    def __init__(self, recipe: Recipe) -> None:
        """Make the catalogue and the model ready.

        Raises:
            Refused: (HTTP 422) where the model cannot be used.
        """
        self._recipe = recipe
        self._likened = _likened(recipe)
        self._matcher = Matcher(recipe.catalogue, lexicon())
        self._why: Callable[[str, int], str] = self._words if recipe.explain else _no_words

    def answers(self, texts: Sequence[str], heads: Sequence[int] | None = None) -> Iterator[list[Answer]]:
        """For each text its best items, the best first; ``heads`` tells how many of its characters are its title."""
        recipe = self._recipe
        scored = self._matcher.scored(texts, heads if heads and any(heads) else None)
        for text, lexical in zip(texts, scored, strict=True):
            scores = lexical
            if self._likened is not None:
                weight = np.float32(recipe.model_weight)
                scores = (1 - weight) * lexical + weight * self._likened.scores(text)
            hits = best(scores, recipe.top, recipe.least)
            yield [Answer(hit.item, hit.score, self._why(text, hit.item)) for hit in hits]

    def _words(self, text: str, item: int) -> str:
        told = explain(text, self._recipe.catalogue[item], lexicon())
        return " ".join(told.words.split())


@lru_cache(maxsize=1)
def answering(recipe: Recipe) -> Answering:
    """The answers of a recipe, made ready once in a process."""
    return Answering(recipe)


def _likened(recipe: Recipe) -> Likened | None:
    if recipe.model is None:
        return None
    return Likened(Embedding(Path(recipe.model), recipe.threads), recipe.catalogue)


def _no_words(_: str, __: int) -> str:
    return ""
