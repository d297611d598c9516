"""Several processes, one server."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coretech import embedded
from tests.embedded.clients import Client, postmaster, runs, until


def test_the_first_process_starts_the_server_and_the_last_stops_it(home: Path) -> None:
    with Client(home) as first, Client(home) as second:
        first.ready()
        second.ready()
        first.leave()
        assert runs(home)
        second.leave()
        assert not runs(home)


def test_processes_that_start_together_share_one_server(absent: Path) -> None:
    clients = [Client(absent) for _ in range(6)]
    started = {str(client.ready().ask("SELECT pg_postmaster_start_time()::text")) for client in clients}
    for client in clients:
        client.leave()
        client.close()
    assert len(started) == 1
    assert not runs(absent)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_server_outlives_the_process_that_started_it(home: Path, number: signal.Signals) -> None:
    with Client(home) as first, Client(home) as second:
        first.ready()
        second.ready()
        before = second.ask("SELECT pg_postmaster_start_time()::text")
        first.signal(number)
        assert second.ask("SELECT pg_postmaster_start_time()::text") == before
        second.leave()
    assert not runs(home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_server_stops_when_its_last_process_is_killed(home: Path, number: signal.Signals) -> None:
    with Client(home) as only:
        only.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        only.signal(number)
    assert until(lambda: not runs(home))
    with Client(home) as later:
        assert later.ready().ask("SELECT item FROM kept") == [[1]]


def test_a_forked_child_does_not_stop_its_parents_server(home: Path) -> None:
    program = (
        "import os, sys, pathlib; from coretech import embedded; home = pathlib.Path(sys.argv[1]);"
        "embedded.ensure(home); child = os.fork(); child or sys.exit(0); os.waitpid(child, 0);"
        "sys.exit(0 if embedded.status(home).running else 1)"
    )
    with Client(home) as client:
        client.ready().leave()
    subprocess.run([sys.executable, "-c", program, home], check=True)
    assert not runs(home)


def test_a_forked_child_may_use_the_server_after_its_parent_left(home: Path) -> None:
    program = (
        "import os, sys, pathlib; from coretech import embedded; home = pathlib.Path(sys.argv[1]);"
        "embedded.ensure(home); parent = os.getpid(); child = os.fork(); child and sys.exit(0);"
        "embedded.ensure(home); sys.exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, home], check=True)
    assert until(lambda: not runs(home))


def test_stopping_by_hand_is_mended_by_the_next_connection(home: Path) -> None:
    with Client(home) as client:
        client.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        embedded.stop(home)
        assert not runs(home)
        assert client.ask("SELECT item FROM kept") == [[1]]
        client.leave()
    assert not runs(home)


def test_looking_starts_and_makes_nothing(absent: Path) -> None:
    seen = embedded.status(absent)
    assert (seen.version, seen.account, seen.running) == (None, None, False)
    assert not absent.exists()


def test_the_server_is_one_process_group_of_its_own(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        assert os.getsid(postmaster(home)) not in (os.getsid(0), client.process.pid)
