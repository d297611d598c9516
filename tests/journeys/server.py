"""A real server in a process of its own, that can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from coretech import embedded
from coretech.embedded.settle import find

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
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The environment its processes run in: the data folder, and none of this test run's own settings."""
        ours = {"DJANGO_SETTINGS_MODULE", "CORETECH_TEST_HOME", "DATABASE_URL"}
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        return {**kept, "CORETECH_HOME": str(self.home), "CORETECH_LANG": "en"}

    def run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command on the same data folder."""
        return subprocess.run(
            [str(COMMAND), *words],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def start(self) -> None:
        """Start and wait until it answers."""
        with (self.home / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(COMMAND), "serve", "--port", str(self.port)],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

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
        self._python(
            f"from coretech.apps.bodies.demo_day import move_demo_day as m; m(date.fromisoformat({day!r}))"
        )

    def technology_of(self, number: int) -> int:
        """The technology behind an item of the list."""
        models = "from coretech.apps.register.models import RegisterItem as R;"
        return int(self._python(f"{models} print(R.objects.get(number={number}).technology_id)"))

    def log(self) -> list[dict[str, object]]:
        """Every act on the log as it stands in the running database, oldest first."""
        place = find(self.home)
        address = embedded.Address(str(place.socket_folder), place.password.read_text(encoding="utf-8"))
        with psycopg.connect(make_conninfo(**address.libpq(), dbname=address.dbname)) as connection:
            rows = connection.execute("SELECT to_jsonb(act) FROM audit_act AS act ORDER BY seq").fetchall()
        return [row[0] for row in rows]

    def _python(self, statement: str) -> str:
        """Run a statement with the program set up on this data folder; gives back what it prints."""
        setup = "import django; from datetime import date; django.setup();"
        ran = subprocess.run(
            [sys.executable, "-c", setup + statement],
            env=self.environment | {"DJANGO_SETTINGS_MODULE": "coretech.config.settings"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def stop(self) -> None:
        """Ask it to end."""
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            os.kill(self._process.pid, number)
            self._process.wait(PATIENCE)

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self._process is not None
            if self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.address}/", timeout=PATIENCE):  # noqa: S310 - our own server
                    return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise AssertionError((self.home / "serve.log").read_text(encoding="utf-8")[-3000:])
