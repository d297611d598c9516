"""Indicators over five million works by histograms; the peer ranks; further peers and the curve are told beside it.

Either way is a process of its own and its start is measured with it; the remarks leave the start out.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import watch_stage
from bench.contest import Contest
from coretech.kit.sentence import Sentence

WORKS = 5_000_000
SCALE = float(os.environ.get("BENCH_SCALE", "1"))
"""Less than 1 measures over fewer works; the curve shrinks with it."""
CURVE = (0.2, 1, 2, 4)
SAME = 1e-9
WHAT = Sentence(
    "44項技術的各國指標（直方圖法，重算前10%）；對照為以排名與排序計算同樣各數的Polars查詢"
    "（占比、h指數、篇數、機構、逐年篇數、無國別篇數），不含由其推得的集中度、領先倍數與成長",
    "indicators of countries in 44 technologies by histograms, top 10 % ranked anew; the peer reckons the same "
    "figures by ranks and sorting in Polars (shares, h-indexes, works, institutions, years, works without a "
    "country) and leaves out what follows from them: concentration, lead and growth",
)


class DifferError(RuntimeError):
    """Two ways give different figures, so that their speeds compare nothing."""


def contest(
    works: int = int(WORKS * SCALE), *, peers: tuple[str, ...] = ("pandas", "spark")
) -> Iterator[Contest]:
    """A snapshot made up, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as name:
        folder = Path(name)
        watch_stage.build(folder, works)
        yield Contest(
            "watch",
            WHAT,
            "works",
            works,
            lambda: asked("ours", folder),
            lambda: asked("polars", folder),
            lambda: [*_peers(folder, peers), *_curve(works)],
        )


def asked(way: str, folder: Path) -> dict[str, Any]:
    """One way, run once in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bench.watch_program", way, str(folder)], capture_output=True, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def see_the_same(ours: dict[str, Any], other: dict[str, Any]) -> None:
    """See that two ways give the same figures.

    Raises:
        DifferError: where they do not.
    """
    if abs(ours["shares"] - other["shares"]) > SAME * ours["shares"] or ours["h"] != other["h"]:
        raise DifferError


def _peers(folder: Path, peers: tuple[str, ...]) -> Iterator[Sentence]:
    rows = ", ".join(f"{name} {count:,}" for name, count in watch_stage.rows(folder))
    ours, bare = asked("ours", folder), asked("bare", folder)
    yield Sentence(f"列數：{rows}", f"rows: {rows}")
    yield Sentence(
        f"不計啟動：{ours['seconds']:.2f} 秒，記憶體最多 {ours['peak'] / 2**20:.0f} MiB",
        f"without start: {ours['seconds']:.2f} s, {ours['peak'] / 2**20:.0f} MiB at most",
    )
    for name in ("polars", *peers):
        other = asked(name, folder)
        see_the_same(ours, other)
        times = other["seconds"] / ours["seconds"]
        yield Sentence(
            f"{name} 排名：{other['seconds']:.2f} 秒，為 {times:.1f} 倍",
            f"{name} by ranking: {other['seconds']:.2f} s, {times:.1f} times as long",
        )
    times = ours["seconds"] / bare["seconds"]
    yield Sentence(
        f"只掃描欄位：{bare['seconds']:.2f} 秒；我們是它的 {times:.1f} 倍",
        f"a bare scan of the columns: {bare['seconds']:.2f} s; ours takes {times:.1f} times that",
    )


def _curve(works: int) -> Iterator[Sentence]:
    for part in CURVE:
        count = int(works * part)
        with tempfile.TemporaryDirectory(prefix="coretech-bench-") as name:
            watch_stage.build(Path(name), count)
            told = asked("ours", Path(name))
        each = told["seconds"] / count * 1e6
        said = f"{count:,}: {told['seconds']:.2f} s, {each:.2f} s / 10⁶, {told['peak'] / 2**20:.0f} MiB"
        yield Sentence(said, said)
