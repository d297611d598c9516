"""The whole log recomputed, 100,000 acts and the rows they wrote; the peer only builds the tree over their leaves."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench.contest import Contest
from bench.program import Program
from coretech import embedded
from coretech.kit.sentence import Sentence

COUNT, MANY = 100_000, 1_000_000
PROGRAM = Path(__file__).parents[1] / "audit_program.py"
COMMAND = (sys.executable, "-c", "import sys; from coretech.cli import main; sys.exit(main())")
ENV = shutil.which("env") or "env"
SETTINGS = "coretech.config.settings"  # also where a test run has named its own
WHAT = Sentence(
    "重算紀錄：葉、承諾、區塊、紀錄頭，以及每兩筆一列的資料列，皆由資料庫讀出；"
    "對照為 pymerkle 就記憶體中同樣的葉只建樹",
    "the log recomputed from the database: leaves, commitments, blocks, heads, and a row of every second act; "
    "the peer is pymerkle, which only builds the tree over the same leaves, from memory",
)


class Log:
    """A program with a log of many acts, on one core, which is asked in lines."""

    def __init__(self, environment: dict[str, str]) -> None:
        """Start it, and wait until it has an installation."""
        self._program = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, str(PROGRAM)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()

    def ask(self, line: str) -> object:
        """The answer to one line.

        Raises:
            RuntimeError: where the program is gone, or found a fault in a log that has none.
        """
        if self._program.stdin is not None:
            self._program.stdin.write(f"{line}\n")
            self._program.stdin.flush()
        answer = self._hear()
        if isinstance(answer, dict) and answer["faults"]:
            message = f"{line} found {answer['faults']} faults in a sound log"
            raise RuntimeError(message)
        return answer

    def close(self) -> None:
        """Let it end."""
        self._program.communicate()

    def _hear(self) -> object:
        line = "" if self._program.stdout is None else self._program.stdout.readline()
        if not line:
            message = "the program with the log has ended"
            raise RuntimeError(message)
        return json.loads(line)


def contest(count: int = COUNT) -> Iterator[Contest]:
    """An installation of the benchmark's own, removed afterwards."""
    home = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    home.chmod(0o711)
    own = {"CORETECH_HOME": str(home), "DJANGO_SETTINGS_MODULE": SETTINGS}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    log = Log(environment)
    try:
        log.ask(f"grow {count}")
        see_the_same(log.ask("ours"), log.ask("peer"))
        yield Contest(
            "audit",
            WHAT,
            "leaves",
            count,
            lambda: log.ask("ours"),
            lambda: log.ask("peer"),
            lambda: list(_remarks(log, home, count)),
        )
    finally:
        log.close()
        embedded.release()
        shutil.rmtree(home, ignore_errors=True)


def see_the_same(ours: object, peer: object) -> None:
    """Refuse to compare the speeds of two that come to different roots.

    Raises:
        RuntimeError: where they do.
    """
    if ours != peer:
        message = f"the two find different logs: {ours} and {peer}"
        raise RuntimeError(message)


def _remarks(log: Log, home: Path, count: int) -> Iterator[Sentence]:
    before = float(str(log.ask("processor")))
    log.ask("ours")
    own = count / (float(str(log.ask("processor"))) - before)
    yield Sentence(
        f"只計本程式的處理器時間：每秒{own:,.0f}葉",
        f"by the program's own processor time: {own:,.0f} leaves a second",
    )
    start = perf_counter()
    log.ask("orm")
    former = count / (perf_counter() - start)
    yield Sentence(
        f"每筆建一個物件的舊作法：每秒{former:,.0f}葉",
        f"the former way, an object for each act: {former:,.0f} leaves a second",
    )
    few, _ = _command(home)
    log.ask(f"grow {MANY}")
    many, seconds = _command(home)
    yield Sentence(
        f"coretech log audit 重算{MANY:,}筆：{seconds:,.0f}秒，記憶體最多{many:,} MB；{count:,}筆時{few:,} MB",
        f"coretech log audit of {MANY:,} acts: {seconds:,.0f} s, at most {many:,} MB; {few:,} MB with {count:,}",
    )


def _command(home: Path) -> tuple[int, float]:
    """The most memory the command takes, in megabytes, and how long, from start to answer."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as folder:
        named = (f"CORETECH_HOME={home}", f"DJANGO_SETTINGS_MODULE={SETTINGS}")
        program = Program(
            (ENV, "-u", "DATABASE_URL", *named, *COMMAND, "log", "audit", "--json"), Path(folder)
        )
        start = perf_counter()
        program()
        return round(program.peak / 1e6), perf_counter() - start
