"""A run of the matcher: texts in, ranked rows out, some at a time so that no run is too long for memory."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coretech.cli.matching.progress import Progress
from coretech.cli.matching.queries import Queries
from coretech.cli.matching.writing import ended_like_an_interrupt, whole
from coretech.cli.speech import complain
from coretech.kit.sentence import Sentence
from coretech.readers.texts.texts import Text

if TYPE_CHECKING:
    from _csv import Writer

    from coretech.engines.matching.answering import Recipe

COLUMNS = ("query_id", "rank", "item_id", "score", "why")
INTERRUPTED = 130
_BATCH, _BATCH_CHARACTERS = 512, 1_000_000

Row = tuple[str, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is matched with: ids and texts, in one order."""

    ids: Sequence[str]
    texts: Sequence[str]


class Engine(StrEnum):
    """What may match: this process, or Spark."""

    PROCESS = "process"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Asked:
    """How to match: so many items for each query, none below a score, with or without the reasons, and by what.

    ``model_weight`` is the share of a score that the model has a say in.
    """

    top: int
    least: float
    explain: bool
    model: Path | None = None
    model_weight: float = 0.5
    engine: Engine = Engine.PROCESS

    def recipe(self, catalogue: Catalogue) -> "Recipe":
        """The same for the engine, which is read only now, so that help needs none of it."""
        from coretech.engines.matching.answering import Recipe  # noqa: PLC0415 - see above

        return Recipe(
            tuple(catalogue.texts),
            self.top,
            self.least,
            explain=self.explain,
            model=str(self.model.absolute()) if self.model else None,
            model_weight=self.model_weight,
        )


class Readable(Protocol):
    """Texts as they are read, and the share of their files, from 0 to 1, that is behind."""

    def __iter__(self) -> Iterator[Text]:
        """The texts, once."""
        ...

    @property
    def share(self) -> float:
        """How far they are."""
        ...


def matched(
    queries: Queries, catalogue: Catalogue, asked: Asked, out: Path | None, progress: Progress
) -> int:
    """Match all queries by the engine asked for and write the rows; how many queries there were.

    Raises:
        KeyboardInterrupt: where it was interrupted; nothing has been written then.
        Refused: (HTTP 422) where a file, the model or the engine cannot be used; nothing has been written then.
    """
    if asked.engine is Engine.SPARK:
        from coretech.cli.matching.spark import run_on_spark  # noqa: PLC0415 - only who asks for Spark waits for it

        return run_on_spark(queries, catalogue, asked, out, progress)
    return run(queries, catalogue, asked, out, progress)


def run(texts: Readable, catalogue: Catalogue, asked: Asked, out: Path | None, progress: Progress) -> int:
    """Match all texts in this process and write the rows; how many there were.

    Raises:
        KeyboardInterrupt: where it was interrupted; nothing has been written then.
    """
    from coretech.engines.matching.answering import answering  # noqa: PLC0415 - so that help needs no engine

    done = 0
    with ended_like_an_interrupt(), written(out) as writer:
        recipe = asked.recipe(catalogue)
        for part in _parts(texts):
            answers = answering(recipe).answers([text.text for text in part], [text.head for text in part])
            for text, found in zip(part, answers, strict=True):
                for rank, (item, score, why) in enumerate(found, start=1):
                    writer.writerow(row(text.id, rank, catalogue.ids[item], score, why))
            done += len(part)
            progress.tell(done, texts.share)
        progress.end()
    return done


@contextmanager
def written(out: Path | None) -> Iterator["Writer"]:
    """The rows of a result, whole or not at all, begun with their columns' names."""
    with whole(out) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        yield writer


def row(query: str, rank: int, item: str, score: float, why: str) -> Row:
    """An answer as it is written."""
    return query, rank, item, f"{score:.4f}", why


def interrupted(language: str, progress: Progress) -> int:
    """Say that the run was interrupted, and give back the exit status."""
    progress.end()
    sentence = Sentence("已中斷；沒有寫入任何結果。", "Interrupted; no result was written.")
    return complain(sentence, language, INTERRUPTED)


def _parts(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The texts in batches, smaller where they are long."""
    part: list[Text] = []
    size = 0
    for text in texts:
        part.append(text)
        size += len(text.text)
        if len(part) == _BATCH or size >= _BATCH_CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part
