"""``python -m bench [NAME …]``: measure all benchmarks, or those named."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.contests import CONTESTS, prepared
from bench.measure import Result, measure
from bench.report import keep, table

RESULTS = Path(__file__).resolve().parents[1] / "bench-results"


def main(arguments: list[str]) -> int:
    """Measure, print the table and keep the results."""
    options = _options(arguments)
    results = [_measured(name, options.rounds) for name in options.names or CONTESTS]
    kept = keep(results, options.results, datetime.now(UTC))
    sys.stdout.write(f"\n{table(results)}\n\n{kept}\n")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="量測速度，各附對照 · measure beside peers"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(CONTESTS))
    parser.add_argument("--rounds", type=int, default=7, help="回合數 · how many times each")
    parser.add_argument("--results", type=Path, default=RESULTS, help="結果資料夾 · where results are kept")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(CONTESTS):
        parser.error(
            f"沒有這個量測 · no such benchmark: {', '.join(sorted(unknown))} ({', '.join(CONTESTS)})"
        )
    return options


def _measured(name: str, rounds: int) -> Result:
    with prepared(name) as contest:
        sys.stdout.write(f"{contest.name}: {contest.what.zh} · {contest.what.en}\n")
        return measure(contest, rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
