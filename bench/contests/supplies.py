"""A file of 100,000 returns read, checked and recorded with every row bound; the peer only copies the rows in."""

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
from coretech import embedded
from coretech.kit.sentence import Sentence

COUNT = 100_000
PROGRAM = Path(__file__).parents[1] / "supplies_program.py"
WHAT = Sentence(
    "關鍵物資申報檔：讀入、逐列檢查、以一筆紀錄登錄並綁定每一列；對照為同樣的列以COPY寫入，不檢查也不綁定",
    "a file of supply returns: read, checked line by line, recorded as one act that binds every row; the peer is COPY "
    "of the same rows, neither checked nor bound",
)


def contest(count: int = COUNT) -> Iterator[Contest]:
    """An installation of the benchmark's own, removed afterwards."""
    home = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    home.chmod(0o711)
    own = {"CORETECH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "coretech.config.settings"}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, str(PROGRAM)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _hear(program)
        yield Contest(
            "supplies",
            WHAT,
            "rows",
            count,
            lambda: _ask(program, f"ours {count}"),
            lambda: _ask(program, f"peer {count}"),
            lambda: [_remark(program, count)],
        )
    finally:
        program.communicate()
        embedded.release()
        shutil.rmtree(home, ignore_errors=True)


def _remark(program: "subprocess.Popen[str]", count: int) -> Sentence:
    start = perf_counter()
    _ask(program, f"ours {count}")
    seconds = perf_counter() - start
    return Sentence(f"{count:,}列共{seconds:.1f}秒", f"{count:,} rows in {seconds:.1f} s")


def _ask(program: "subprocess.Popen[str]", line: str) -> object:
    if program.stdin is not None:
        program.stdin.write(f"{line}\n")
        program.stdin.flush()
    return _hear(program)


def _hear(program: "subprocess.Popen[str]") -> object:
    """The next answer.

    Raises:
        RuntimeError: where the program has ended.
    """
    line = "" if program.stdout is None else program.stdout.readline()
    if not line:
        message = "the program that files returns has ended"
        raise RuntimeError(message)
    return json.loads(line)
