"""Matching on Spark: the texts' partitions by Arrow, the catalogue broadcast, made ready once in each process.

The answers are those of one process, since none depends on which texts stand beside it.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql import DataFrame

from coretech.engines.matching.answering import Recipe, answering

if TYPE_CHECKING:
    from pyspark import Broadcast

SCHEMA = "place long, id string, rank int, item int, score double, why string"
_ARROW = pa.schema(
    [
        ("place", pa.int64()),
        ("id", pa.string()),
        ("rank", pa.int32()),
        ("item", pa.int32()),
        ("score", pa.float64()),
        ("why", pa.string()),
    ]
)
_TASK, _TASKS_A_CORE = 512, 32
_BATCH = 256


def answered(texts: DataFrame, recipe: Recipe, count: int) -> DataFrame:
    """The answers to ``count`` texts with columns ``place``, ``id``, ``text`` and ``head``, as ``SCHEMA``; in no order.

    ``place`` tells texts apart, ``head`` how many characters of a text are its title. A model's folder must be there,
    under the same path, for every process.
    """
    session = texts.sparkSession
    # As many processes as cores run already: each keeps to one.
    shared = session.sparkContext.broadcast(replace(recipe, threads=1))
    tasks = min(ceil(count / _TASK), _TASKS_A_CORE * session.sparkContext.defaultParallelism)
    parted = texts.select("place", "id", "text", "head").repartition(max(1, tasks))
    return parted.mapInArrow(_Answers(shared), SCHEMA)


class _Answers:
    """Answers a partition; all that travels to a process is the name of what was broadcast."""

    def __init__(self, shared: "Broadcast[Recipe]") -> None:
        self._shared = shared

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The answers to each batch of texts."""
        engine = answering(self._shared.value)
        for batch in batches:
            for start in range(0, batch.num_rows, _BATCH):
                part = batch.slice(start, _BATCH)
                places, ids, texts, heads = (part.column(name).to_pylist() for name in part.schema.names)
                rows = [
                    (place, name, rank, *answer)
                    for place, name, answers in zip(places, ids, engine.answers(texts, heads), strict=True)
                    for rank, answer in enumerate(answers, start=1)
                ]
                columns = list(zip(*rows, strict=True)) or [()] * len(_ARROW)
                yield pa.RecordBatch.from_arrays(
                    [pa.array(list(column), each.type) for column, each in zip(columns, _ARROW, strict=True)],
                    schema=_ARROW,
                )
