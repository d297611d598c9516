"""What Spark does of a match: read the files, a task each, find ids met twice, answer, and put all in order again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import Column, Row, SparkSession, Window
from pyspark.sql import functions as f

from coretech.cli.matching.columns import Columns
from coretech.cli.matching.files import named, source
from coretech.cli.matching.queries import place_of
from coretech.cli.matching.reading import Read, reads
from coretech.engines.matching.answering import Recipe
from coretech.engines.matching.distributed import answered
from coretech.kit.refusal import Refused

FILES = "number int, path string, called string"
ROWS = "place long, line long, id string, text string, head int, zh string, en string, ended boolean"
_ARROW = pa.schema(
    [
        *((name, pa.int64()) for name in ("place", "line")),
        *((name, pa.string()) for name in ("id", "text")),
        ("head", pa.int32()),
        *((name, pa.string()) for name in ("zh", "en")),
        ("ended", pa.bool_()),
    ]
)
_FIRST = "struct<place:long,line:long>"
_BATCH = 512


class Plan:
    """The rows of some files, kept on the disks of the processes that read them until the session ends."""

    def __init__(self, session: SparkSession, paths: Sequence[Path], columns: Columns) -> None:
        """Take the files; they must be there under the same path for every process."""
        files = [(number, str(path.absolute()), str(path)) for number, path in enumerate(paths)]
        listed = session.createDataFrame(session.sparkContext.parallelize(files, len(files)), FILES)
        rows = listed.mapInArrow(_Reader(columns), ROWS).persist(StorageLevel.DISK_ONLY)
        texts = rows.where(f.col("text").isNotNull())
        self._said = rows.where(f.col("en").isNotNull())
        self._again = texts.limit(0).withColumn("first", f.lit(None).cast(_FIRST))
        if len(files) > 1:
            met = texts.withColumn("first", f.min(f.struct("place", "line")).over(Window.partitionBy("id")))
            self._again, texts = met.where(_is_first(later=True)), met.where(_is_first(later=False))
        self._texts = texts

    def said(self) -> Iterator[Row]:
        """What there is to say of rows, in their order; ``first`` is where an id stands that is met again."""
        said = self._said.withColumn("first", f.lit(None).cast(_FIRST)).unionByName(self._again)
        in_order = said.repartition(1).sortWithinPartitions("place", f.col("first").isNotNull())
        yield from in_order.toLocalIterator()

    def count(self) -> int:
        """How many texts there are."""
        return self._texts.count()

    def answers(self, recipe: Recipe, count: int) -> Iterator[Row]:
        """The answers to them, in their order."""
        # Ordering looks at all there is before it begins, and nothing should be matched a second time.
        found = answered(self._texts, recipe, count).persist(StorageLevel.DISK_ONLY)
        yield from found.orderBy("place", "rank").toLocalIterator(prefetchPartitions=True)


def _is_first(*, later: bool) -> Column:
    first, place = f.col("first.place"), f.col("place")
    return first < place if later else first == place


class _Reader:
    """Reads files in a process of Spark's; one that cannot be used ends with a row that says so."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The rows of each file, some at a time."""
        for batch in batches:
            for file in batch.to_pylist():
                part: list[dict[str, object]] = []
                start = place_of(file["number"], 0)
                for place, row in enumerate(self._rows(Path(file["path"]), file["called"]), start):
                    part.append({"place": place, **row})
                    if len(part) == _BATCH:
                        yield pa.RecordBatch.from_pylist(part, schema=_ARROW)
                        part = []
                yield pa.RecordBatch.from_pylist(part, schema=_ARROW)

    def _rows(self, path: Path, called: str) -> Iterator[dict[str, object]]:
        try:
            with source(path, "en", called) as of, named(called):
                for read in reads(called, self._columns.of(of.table)):
                    yield _row(read)
        except Refused as refused:
            yield {"zh": refused.sentence.zh, "en": refused.sentence.en, "ended": True}


def _row(read: Read) -> dict[str, object]:
    said = {"zh": read.says.zh, "en": read.says.en} if read.says else {}
    text = read.text
    return {
        **said,
        "line": read.line,
        **({"id": text.id, "text": text.text, "head": text.head} if text else {}),
    }
