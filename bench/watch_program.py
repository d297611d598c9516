"""One way to reckon shares and h-indexes, over a made-up snapshot: ``python -m bench.watch_program WAY FOLDER``.

Prints seconds, those of the processor, the most memory this process took, and sums that the ways are compared by. Start
and imports are not counted for any of them.
"""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from bench import watch_stage
from bench.watch_ways import bare, pandas_ranking, polars_ranking, spark_ranking
from coretech.engines.indicators.definitions import read_technologies
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.engines.indicators.polars_plan import PolarsCounter
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.tracker import track


def ours(folder: Path) -> tuple[float, int]:
    """All tables, by histograms, with the percentile recomputed."""
    parts = sorted(path.stem for path in (folder / "works").iterdir())
    listed = read_technologies(watch_stage.technologies())
    tracked = track(Snapshot(folder, parts), listed, PolarsCounter(), Years(), Percentile.RECOMPUTE)
    squares = (tracked.countries["top10_share"].fill_null(0) ** 2).sum()
    return float(squares), int(tracked.countries["h_index"].sum())


WAYS: dict[str, Callable[[Path], tuple[float, int]]] = {
    "ours": ours,
    "polars": polars_ranking,
    "pandas": pandas_ranking,
    "spark": spark_ranking,
    "bare": bare,
}


def main(way: str, folder: str) -> int:
    """Run it and say how it went."""
    start, before = perf_counter(), process_time()
    shares, hs = WAYS[way](Path(folder))
    seconds, cpu = perf_counter() - start, process_time() - before
    peak = _peak()
    sys.stdout.write(
        json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "shares": shares, "h": hs}) + "\n"
    )
    return 0


def _peak() -> int:
    """The most memory of this process, in bytes.

    Linux's resource usage begins with that of the process it was started from; its status does not.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    line = next(each for each in status.read_text(encoding="ascii").splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
