"""Makes the sample of works that comes with the program, from a file of works in OpenAlex's shape.

    python -m tools.bundle_works WORKS.jsonl.gz

Everything is kept but most abstracts: those stay in which a bundled definition of a technology finds something, so that
the figures are those of the whole file. The result lies in ``src/coretech/data/watch/sample``.
"""

import datetime as dt
import shutil
import sys
from pathlib import Path

import polars as pl

from coretech.engines.indicators.definitions import read_technologies
from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.tables import TABLES, Snapshot
from coretech.engines.watching.membership import held_works
from coretech.readers.works.ingest import ingest
from coretech.readers.works.manifest import Asked
from coretech.readers.works.parts import write_table

WATCH = Path(__file__).resolve().parents[1] / "src/coretech/data/watch"
DAY = dt.date(2026, 3, 1)
SOURCE = "OpenAlex (CC0), through github.com/geosciencearabia/idb03 (MIT)"
QUERY = "geoscience works, as that repository gathered them; names of persons dropped"


def bundle(works: Path, out: Path) -> None:
    """Write the sample to ``out``."""
    shutil.rmtree(out, ignore_errors=True)
    manifest = ingest([works], out, Asked(DAY, SOURCE, QUERY))
    snapshot = Snapshot(out, manifest.parts)
    technologies = read_technologies((WATCH / "technologies.csv").read_text(encoding="utf-8"))
    held = held_works(snapshot, technologies, Years())["work"].unique().to_list()
    for part in manifest.parts:
        for name in TABLES:
            table = pl.read_parquet(snapshot.part(name, part))
            write_table(_without_most_abstracts(table, held) if name == "texts" else table, out, name, part)
    shutil.rmtree(out / "done")
    (out / "problems.jsonl").unlink()


def _without_most_abstracts(texts: pl.DataFrame, held: list[int]) -> pl.DataFrame:
    kept = pl.when(pl.col("work").is_in(held)).then("abstract")
    return texts.with_columns(abstract=kept)


if __name__ == "__main__":
    bundle(Path(sys.argv[1]), WATCH / "sample")
