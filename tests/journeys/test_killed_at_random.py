"""The plug is pulled at random moments of a meeting, fifty times: no act that a screen had confirmed is lost."""

import random
import threading
import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException

from tests.factories import NEW_NAME
from tests.journeys.caller import Caller
from tests.journeys.script import renaming
from tests.journeys.server import Server

TIMES = 50
MEMBERS = ("member-02", "member-03", "member-04")
LONGEST = 0.3  # seconds a server lives once everybody's acts come through again
GONE = (urllib.error.URLError, HTTPException, ConnectionError, TimeoutError)


class Member:
    """A member who declares again and again, and remembers every act that was confirmed."""

    def __init__(self, caller: Caller, item: str) -> None:
        """Take a caller and the item to declare on."""
        self._caller, self._item = caller, item
        self.confirmed: list[tuple[int, str]] = []

    def declare_until(self, over: threading.Event) -> None:
        """Declare as fast as the server answers; while it is gone, try again."""
        while not over.is_set():
            try:
                act = self._caller.act(f"{self._item}/declaration", {"interest": False})
            except GONE:
                time.sleep(0.02)
            else:
                self.confirmed.append((act["seq"], act["kind"]))


@contextmanager
def declaring(members: list[Member]) -> Iterator[None]:
    """All members at work in threads of their own, until the block ends."""
    over = threading.Event()
    threads = [threading.Thread(target=member.declare_until, args=(over,)) for member in members]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def wait_for_acts(members: list[Member], known: int) -> None:
    """Wait until somebody's act has come through since there were so many."""
    end = time.monotonic() + 60
    while sum(len(member.confirmed) for member in members) <= known and time.monotonic() < end:
        time.sleep(0.01)


def open_meeting(server: Server) -> str:
    """The address of an item that waits for declarations in an open meeting."""
    for step in renaming(server, NEW_NAME):
        if step == "the meeting is open":
            break
    office = Caller.named(server, "office")
    item: int = office.read("/meetings")["items"][0]["id"]
    return f"/items/{office.read(f'/meetings/{item}')['items'][0]['id']}"


def test_pulling_the_plug_at_random_moments_loses_no_confirmed_act(server: Server) -> None:
    item = open_meeting(server)
    members = [Member(Caller.named(server, name), item) for name in MEMBERS]
    chance = random.Random(20251121)  # noqa: S311 - chance for a test, nobody's secret
    with declaring(members):
        for number in range(TIMES):
            wait_for_acts(members, sum(len(member.confirmed) for member in members))
            time.sleep(chance.random() * LONGEST)
            server.kill(database=number % 2 == 0)
            server.start()
    confirmed = {act for member in members for act in member.confirmed}
    kept = {(act["seq"], act["kind"]) for act in server.log()}

    assert len(confirmed) > TIMES
    assert confirmed - kept == set()
    assert server.run("log", "audit").returncode == 0
