"""The stage of plans, filled once and kept between runs, and its pages read over the network one after the other."""

import hashlib
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.plans_stage import FILL, PLANS
from coretech import embedded

HERE = Path(__file__).parent
COMMAND = (sys.executable, "-c", "import sys; from coretech.cli import main; sys.exit(main())")
OK = 200


@dataclass
class Pages:
    """Pages read in turn over one connection; remembers how long each took, the first call's aside."""

    port: int
    paths: Sequence[str]
    session: str
    count: int
    seconds: list[float] = field(default_factory=list)
    _warm: bool = False

    def __call__(self) -> None:
        """Read them.

        Raises:
            RuntimeError: where one is not the page asked for.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        taken = [self._read(connection, self.paths[place % len(self.paths)]) for place in range(self.count)]
        connection.close()
        if self._warm:
            self.seconds += taken
        self._warm = True

    def p(self, hundredth: int) -> float:
        """Milliseconds within which so many of 100 answers came."""
        return statistics.quantiles(self.seconds, n=100)[hundredth - 1] * 1000

    def _read(self, connection: http.client.HTTPConnection, path: str) -> float:
        begun = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"sessionid={self.session}"})
        response = connection.getresponse()
        response.read()
        if response.status != OK:
            message = f"{path}: {response.status}"
            raise RuntimeError(message)
        return time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Served:
    """The stage: where it is served, the controller's session, its rows, and the program that asks in plain SQL."""

    port: int
    session: str
    rows: dict[str, int]
    peer: "subprocess.Popen[str]"

    def ask(self, name: str, count: int) -> None:
        """The same in plain SQL, so many times.

        Raises:
            RuntimeError: where the program found nothing or has ended.
        """
        for _ in range(count):
            if self.peer.stdin is not None:
                self.peer.stdin.write(f"{name}\n")
                self.peer.stdin.flush()
            heard = "" if self.peer.stdout is None else self.peer.stdout.readline().strip()
            if not heard.isdecimal() or not int(heard):
                message = f"{name}: {heard or 'the program has ended'}"
                raise RuntimeError(message)


def kept(plans: int = PLANS) -> Path:
    """The stage's installation among the temporary files, another one where the stage has changed."""
    version = hashlib.sha256(FILL.read_bytes()).hexdigest()[:8]
    return Path(tempfile.gettempdir()) / f"coretech-bench-plans-{version}-{plans}"


@contextmanager
def served(home: Path, plans: int = PLANS) -> Iterator[Served]:
    """The stage with the real server on it, every page drawn anew."""
    home.mkdir(mode=0o711, exist_ok=True)
    own = {"CORETECH_HOME": str(home), "CORETECH_STAGE_PLANS": str(plans), "CORETECH_UNSTORED": "1"}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    environment["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(HERE / "plans_stage.py")],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told = json.loads(ran.stdout.splitlines()[-1])
    try:
        with _server(environment) as port, _asked(environment) as peer:
            yield Served(port, told["session"], told["rows"], peer)
    finally:
        embedded.release()


@contextmanager
def _server(environment: dict[str, str]) -> Iterator[int]:
    """The server on a free port, which it tells in its first line."""
    command = [*COMMAND, "serve", "--port", "0", "--no-jobs"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        said = "" if server.stdout is None else server.stdout.readline()
        try:
            yield int(said.split("http://127.0.0.1:")[1].split("/")[0])
        finally:
            server.terminate()


@contextmanager
def _asked(environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, str(HERE / "plans_program.py")],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield program
    finally:
        program.communicate()
