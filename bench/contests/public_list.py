"""The public list to readers over the network: as data and as a page, drawn anew each time and stored.

The peer is Datasette, which serves the same versions from SQLite; both as they start by default, read by the same load.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import datasette
from bench.contest import Contest
from bench.load import Load
from coretech import embedded
from coretech.kit.sentence import Sentence

STAGE = Path(__file__).parents[1] / "list_stage.py"
COMMAND = (sys.executable, "-c", "import sys; from coretech.cli import main; sys.exit(main())")
PORT = 8791
COUNT, MANY = 150, 3_000
OURS = {"json": "/api/v1/register", "html": "/register/"}
BARS = {("json", "drawn"): 4, ("html", "drawn"): 8, ("html", "stored"): 100}
"""How many times as many answers a second as the peer gives of the same kind."""


class Sides:
    """Everything that is read in one turn, by kind and by who answers."""

    def __init__(self, loads: Mapping[tuple[str, str], Load]) -> None:
        """Nothing is read yet."""
        self.loads = loads

    def __call__(self) -> None:
        """Read each for a while, one after the other."""
        for load in self.loads.values():
            load()


def contest() -> Iterator[Contest]:
    """An installation of the benchmark's own, served twice: with its bodies stored, and drawing each anew."""
    folder = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    folder.chmod(0o711)
    home = folder / "home"
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"CORETECH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "coretech.config.settings"}
    try:
        rows = _rows(environment)
        program = datasette.brought_into(folder / "venv")
        with _served(environment) as stored, _served(environment | {"CORETECH_UNSTORED": "1"}) as drawn:
            ours = Sides(
                {
                    (kind, way): Load(port, path, MANY if way == "stored" else COUNT)
                    for way, port in (("drawn", drawn), ("stored", stored))
                    for kind, path in OURS.items()
                }
            )
            if program is None:
                yield _contest(ours, None)
                return
            datasette.fill(folder / datasette.DATABASE, rows)
            with datasette.served(program, folder / datasette.DATABASE, PORT) as port:
                loads = {(kind, ""): Load(port, path, COUNT) for kind, path in datasette.ADDRESSES.items()}
                yield _contest(ours, Sides(loads))
    finally:
        embedded.release()
        shutil.rmtree(folder, ignore_errors=True)


def _contest(ours: Sides, peer: Sides | None) -> Contest:
    return Contest(
        "public-list",
        Sentence(
            f"150項各10版的清單，資料與網頁各{COUNT}次重新產生、{MANY}次取用已存；對照為 Datasette 各{COUNT}次",
            f"the list of 150 items with 10 versions each, as data and as a page: {COUNT} answers of each drawn anew "
            f"and {MANY} stored; the peer, Datasette, gives {COUNT} of each",
        ),
        "turns",
        1,
        ours,
        peer,
        lambda: _remarks(ours, peer),
    )


def _remarks(ours: Sides, peer: Sides | None) -> Sequence[Sentence]:
    if peer is None:
        return [
            Sentence(
                "這裡無法安裝 Datasette，故無對照", "Datasette cannot be installed here, so there is no peer"
            )
        ]
    return [_told(kind, way, load, peer.loads[kind, ""]) for (kind, way), load in ours.loads.items()]


def _told(kind: str, way: str, ours: Load, peer: Load) -> Sentence:
    ratio, bar = ours.rate / peer.rate, BARS.get((kind, way))
    rates = ", Datasette ".join(
        f"{load.rate:,.0f}/s (p95 {load.p95 * 1000:,.1f} ms)" for load in (ours, peer)
    )
    against = "" if bar is None else f", bar {bar} ×: {'reached' if ratio >= bar else 'NOT reached'}"
    words = f"{ratio:,.1f} × {rates}{against}"
    name = {"drawn": "重新產生", "stored": "已存"}[way]
    return Sentence(f"{kind} {name}：{words}", f"{kind} {way}: {words}")


def _rows(environment: dict[str, str]) -> list[list[object]]:
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(STAGE)], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    """The real server on a free port, which it tells in its first line."""
    command = [*COMMAND, "serve", "--port", "0", "--no-jobs"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        said = "" if server.stdout is None else server.stdout.readline()
        try:
            yield int(said.split("http://127.0.0.1:")[1].split("/")[0])
        finally:
            server.terminate()
