"""27 members and 200 observers follow a meeting: from the commit of a change until every screen shows it."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from bench.contest import Contest
from bench.room_screens import Address, Screens
from coretech import embedded
from coretech.kit.sentence import Sentence

MEMBERS, OBSERVERS = 27, 200
STAGE = Path(__file__).parents[1] / "room_stage.py"
COMMAND = (sys.executable, "-c", "import sys; from coretech.cli import main; sys.exit(main())")
SETTINGS = "coretech.config.settings"  # also where a test run has named its own
FULL = 24  # seats marked on the sheet; one member has not signed


class Room:
    """One meeting, the screens that follow it, and the seconds each change took to reach each of them."""

    def __init__(
        self, home: Path, port: int, meeting: int, addresses: Sequence[Address], *, polling: bool
    ) -> None:
        """Connect the screens."""
        address = embedded.ensure(home)
        self._connection = psycopg.connect(make_conninfo(**address.libpq(), dbname=address.dbname))
        self._meeting, self._absent, self._warm = meeting, 0, False
        self.screens = Screens(port, addresses, polling=polling)
        self.delays: list[float] = []
        self.screens.start()

    def __call__(self) -> None:
        """Make one change, and wait until every screen shows it."""
        self._absent = 1 - self._absent
        status = "absent" if self._absent else "present"
        self.screens.expect(f"<dt>出席</dt><dd>{FULL - self._absent}</dd>")
        delays = self.screens.wait(self._commit(status))
        if self._warm:
            self.delays += delays
        self._warm = True

    def _commit(self, status: str) -> float:
        """Change one mark on the sheet as an operation does, and tell the room; the moment it is committed."""
        self._connection.execute(
            "UPDATE meetings_attendance SET status = %s WHERE id = "
            "(SELECT min(id) FROM meetings_attendance WHERE meeting_id = %s)",
            (status, self._meeting),
        )
        self._connection.execute("SELECT pg_notify('room', %s)", (str(self._meeting),))
        self._connection.commit()
        return time.perf_counter()

    def close(self) -> None:
        """Hang up."""
        self.screens.stop()
        self._connection.close()


def contest() -> Iterator[Contest]:
    """A served installation with two meetings: one is followed by streams, the other by polling."""
    home = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    home.chmod(0o711)
    own = {"CORETECH_HOME": str(home), "CORETECH_DEMO": "1", "DJANGO_SETTINGS_MODULE": SETTINGS}
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | own
    try:
        told = json.loads(_output([sys.executable, str(STAGE)], environment))
        with _served(environment) as port:
            yield from _contest(home, port, told)
    finally:
        embedded.release()
        shutil.rmtree(home, ignore_errors=True)


def _contest(home: Path, port: int, told: dict[str, list[dict[str, object]]]) -> Iterator[Contest]:
    cookies = [f"sessionid={told['sessions'][number % len(told['sessions'])]}" for number in range(MEMBERS)]
    streamed, polled = told["meetings"]
    ours = Room(home, port, int(str(streamed["id"])), _streams(streamed, cookies), polling=False)
    peer = Room(home, port, int(str(polled["id"])), _pages(polled, cookies), polling=True)
    try:
        yield Contest(
            "room",
            Sentence(
                f"一次變更送達{MEMBERS}位委員與{OBSERVERS}位列席者的畫面；對照為每秒重新取得看板",
                f"one change until it is on the screens of {MEMBERS} members and {OBSERVERS} observers; "
                "the peer asks for the board every second",
            ),
            "screens",
            MEMBERS + OBSERVERS,
            ours,
            peer,
            lambda: [_told("推送", "streams", ours.delays), _told("輪詢", "polling", peer.delays)],
        )
    finally:
        ours.close()
        peer.close()


def _streams(meeting: dict[str, object], cookies: Sequence[str]) -> list[Address]:
    page, screen = f"/meetings/{meeting['id']}", f"/screen/{meeting['key']}/events/"
    members = [Address(f"{page}/events/", cookie, f"{page}/now/") for cookie in cookies]
    return members + [Address(screen)] * OBSERVERS


def _pages(meeting: dict[str, object], cookies: Sequence[str]) -> list[Address]:
    members = [Address(f"/meetings/{meeting['id']}/board/", cookie) for cookie in cookies]
    return members + [Address(f"/screen/{meeting['key']}/board/")] * OBSERVERS


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


def _output(command: list[str], environment: dict[str, str]) -> str:
    ran = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own program
    return ran.stdout.splitlines()[-1]


def _told(zh: str, en: str, delays: Sequence[float]) -> Sentence:
    cuts = statistics.quantiles(delays, n=100)
    p50, p95, p99 = (f"{cuts[cut - 1] * 1000:,.0f} ms" for cut in (50, 95, 99))
    return Sentence(f"{zh}：p50 {p50}、p95 {p95}、p99 {p99}", f"{en}: p50 {p50}, p95 {p95}, p99 {p99}")
