"""Whatever is killed, what was committed is there afterwards."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from coretech import embedded
from coretech.embedded.account import account_for
from coretech.embedded.settle import find
from tests.embedded.clients import Client, children, clear, new_home, postmaster, runs, until


def test_a_killed_server_starts_again_without_loss(home: Path) -> None:
    with Client(home) as client:
        client.ready().ask("CREATE TABLE kept AS SELECT -1 AS item")
        for item in range(3):
            client.ask("INSERT INTO kept SELECT max(item) + 1 FROM kept")
            os.kill(postmaster(home), signal.SIGKILL)
            assert client.ask("SELECT max(item) FROM kept") == [[item]]


def test_a_server_that_lost_one_process_is_waited_for(home: Path) -> None:
    with Client(home) as client, Client(home) as other:
        client.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        other.ready()
        os.kill(children(postmaster(home))[-1], signal.SIGKILL)
        assert other.ask("SELECT item FROM kept") == [[1]]


def test_everything_killed_at_once_loses_nothing(home: Path) -> None:
    with Client(home) as client:
        client.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        os.kill(postmaster(home), signal.SIGKILL)
        client.signal(signal.SIGKILL)
    with Client(home) as later:
        assert later.ready().ask("SELECT item FROM kept") == [[1]]


def test_a_process_number_used_again_by_another_program_is_no_obstacle(home: Path) -> None:
    with Client(home) as client:
        client.ready().leave()
    place = find(home)
    account = account_for(place.folder, place.cluster)
    user = account.uid if account.switched else None
    with subprocess.Popen(["/bin/sleep", "600"], user=user) as innocent:
        stale = f"{innocent.pid}\n{place.cluster}\n0\n5432\n{place.socket_folder}\n\n0 0\nready\n"
        (place.cluster / "postmaster.pid").write_text(stale)
        place.socket.with_name(f"{place.socket.name}.lock").write_text(stale)
        with Client(home) as later:
            assert later.ready().ask("SELECT 1") == [[1]]
            later.leave()
        assert not runs(home)
        assert innocent.poll() is None
        innocent.kill()


def test_a_birth_cut_short_is_begun_anew(absent: Path) -> None:
    (absent / "postgres.new").mkdir(parents=True)
    (absent / "postgres.new" / "PG_VERSION").write_text("18\n")
    absent.chmod(0o711)
    with Client(absent) as client:
        assert client.ready().ask("SELECT 1") == [[1]]
    assert not (absent / "postgres.new").exists()


def test_a_lost_password_is_made_anew(home: Path) -> None:
    with Client(home) as client:
        client.ready().leave()
    find(home).password.unlink()
    with Client(home) as client:
        assert client.ready().ask("SELECT 1") == [[1]]


def test_a_home_that_was_moved_keeps_its_data(home: Path) -> None:
    with Client(home) as client:
        client.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        client.leave()
    other = new_home()
    shutil.move(home, other)
    with Client(other) as client:
        assert client.ready().ask("SELECT item FROM kept") == [[1]]
    clear(other)


def test_a_removed_home_is_born_anew(home: Path) -> None:
    with Client(home) as client:
        client.ready().ask("CREATE TABLE kept AS SELECT 1 AS item")
        embedded.stop(home)
        shutil.rmtree(home)
    with Client(home) as client:
        assert client.ready().ask("SELECT to_regclass('kept')") == [[None]]
    assert until(lambda: not runs(home))
