"""A question asked on the command line, from nothing to answer; the peer is a bare Python that reads JSON."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.contest import Contest
from coretech.kit.sentence import Sentence

FACTS = '{"members_in_office": 24, "present": 12}'
COMMAND = str(Path(sys.executable).with_name("coretech"))


def contest() -> Iterator[Contest]:
    """One command each."""
    yield Contest(
        "command-start",
        Sentence(
            "coretech law ask 從啟動到答覆；對照為只讀 JSON 的 Python",
            "coretech law ask from start to answer; the peer is a Python that only reads the JSON",
        ),
        "commands",
        1,
        lambda: _run(COMMAND, "law", "ask", "meeting.quorum"),
        lambda: _run(sys.executable, "-c", "import json, sys; json.load(sys.stdin)"),
    )


def _run(*command: str) -> None:
    subprocess.run(command, input=FACTS, text=True, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words
