"""A real server in a process of its own, that can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from coretech import embedded
from coretech.embedded.settle import find
from tests.journeys.warm import Warm

COMMAND = Path(sys.executable).with_name("coretech")
PATIENCE = 60.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``coretech serve`` on a data folder."""

    def __init__(self, home: Path) -> None:
        """Remember the data folder; nothing runs yet."""
        self.home = home
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._warm: Warm | None = None
        self._process: int | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment its processes run in: the data folder, and none of this test run's own settings."""
        ours = {"DJANGO_SETTINGS_MODULE", "CORETECH_TEST_HOME", "DATABASE_URL"}
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        return {**kept, "CORETECH_HOME": str(self.home), "CORETECH_LANG": "en"}

    def set_stage(self) -> None:
        """Set the demonstration's stage by its command; from then on the program stays loaded."""
        staged = subprocess.run(
            [str(COMMAND), "demo", "--bare", "--no-serve"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert staged.returncode == 0, staged.stderr
        with self._log.open("a") as log:
            self._warm = Warm(self.environment, log)

    def run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command on the same data folder."""
        with tempfile.TemporaryDirectory() as folder:
            streams = [Path(folder, name) for name in ("in", "out", "err")]
            streams[0].write_text(given, encoding="utf-8")
            status = self.warm.ended(self.warm.begin(words, *streams))
            assert status is not None
            told = [path.read_text(encoding="utf-8") for path in streams[1:]]
        return subprocess.CompletedProcess(words, status, *told)

    def start(self) -> None:
        """Start and wait until it answers."""
        words = ("serve", "--port", str(self.port))
        self._process = self.warm.begin(words, Path(os.devnull), self._log, self._log)
        self._wait()

    @property
    def warm(self) -> Warm:
        """The loaded program, once the stage is set."""
        assert self._warm is not None, "set the stage first"
        return self._warm

    @property
    def _log(self) -> Path:
        return self.home / "serve.log"

    def kill(self, *, database: bool = False) -> None:
        """End the server's process at once, as a power cut would; the database's too, where asked."""
        self._signal(signal.SIGKILL)
        if database:
            self._kill_database()

    def _kill_database(self) -> None:
        """End every process of the embedded server."""
        number = embedded.status(self.home).cluster / "postmaster.pid"
        if number.exists():
            with suppress(ProcessLookupError):
                os.killpg(os.getpgid(int(number.read_text().split()[0])), signal.SIGKILL)

    def go_to(self, day: str) -> None:
        """Let the demonstration's clock go on to a day, as its page does."""
        self.python(
            f"from coretech.apps.bodies.demo_day import move_demo_day as m; m(date.fromisoformat({day!r}))"
        )

    def technology_of(self, number: int) -> int:
        """The technology behind an item of the list."""
        models = "from coretech.apps.register.models import RegisterItem as R;"
        return int(self.python(f"{models} print(R.objects.get(number={number}).technology_id)"))

    def log(self) -> list[dict[str, object]]:
        """Every act on the log as it stands in the running database, oldest first."""
        place = find(self.home)
        address = embedded.Address(str(place.socket_folder), place.password.read_text(encoding="utf-8"))
        with psycopg.connect(make_conninfo(**address.libpq(), dbname=address.dbname)) as connection:
            rows = connection.execute("SELECT to_jsonb(act) FROM audit_act AS act ORDER BY seq").fetchall()
        return [row[0] for row in rows]

    def python(self, statement: str) -> str:
        """Run a statement with the program set up on this data folder; gives back what it prints."""
        ran = self.run("python", f"from datetime import date; {statement}")
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def stop(self) -> None:
        """Ask it to end, and let go of the program."""
        self._signal(signal.SIGTERM)
        if self._warm is not None:
            self._warm.close()
            self._warm = None

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._runs():
            os.kill(self._process, number)
            self.warm.ended(self._process)
        self._process = None

    def _runs(self) -> bool:
        return self._process is not None and self.warm.ended(self._process, wait=False) is None

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._runs():
            try:
                with urllib.request.urlopen(f"{self.address}/", timeout=PATIENCE):  # noqa: S310 - our own server
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise AssertionError(self._log.read_text(encoding="utf-8")[-3000:])
