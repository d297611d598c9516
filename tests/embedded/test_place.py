"""Folders of every kind, and who may look into them."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coretech import embedded
from coretech.embedded import programs
from coretech.embedded.settle import find
from coretech.embedded.shelf import SHELF
from tests.embedded.clients import ORDINARY, Client, clear, copy_library, runs

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to another account")


@pytest.mark.parametrize(
    "name",
    ["long" * 30, "核心 關鍵", 'o\'clock $HOME `id` "quoted"', "one, two"],
    ids=["long", "chinese and space", "quotes", "comma"],
)
def test_a_home_may_have_any_name(absent: Path, name: str) -> None:
    odd = absent / name / "data"
    with Client(odd) as client:
        assert client.ready().ask("SELECT current_user") == [["coretech"]]
        client.leave()
    assert not runs(odd)
    assert (odd / "postgres" / "PG_VERSION").exists()


def test_nobody_else_may_read_the_data_or_knock(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        place = find(home)
        for folder in (place.cluster, place.socket_folder):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for file in (place.password, place.lease, place.starting, place.alive):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_server_listens_on_no_network(home: Path) -> None:
    with Client(home) as client:
        assert client.ready().ask("SHOW listen_addresses") == [[""]]


def test_the_data_are_safe_and_the_role_is_not_superuser(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        for setting in ("fsync", "full_page_writes", "synchronous_commit", "data_checksums"):
            assert client.ask(f"SHOW {setting}") == [["on"]]
        assert client.ask("SHOW is_superuser") == [["off"]]
        assert client.ask("SHOW server_encoding") == [["UTF8"]]


def test_the_password_is_not_shown_with_the_address() -> None:
    assert "secret" not in repr(embedded.Address("/run", "secret"))


@as_root
def test_a_home_in_a_closed_folder_is_not_opened(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    home = closed / "home"
    with Client(home) as client:
        assert client.ready().ask("SELECT 1") == [[1]]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert embedded.status(home).cluster.is_relative_to(SHELF)
    clear(home)


@as_root
def test_programs_in_a_closed_folder_are_copied_not_opened(home: Path, tmp_path: Path) -> None:
    copy_library(tmp_path / "library")
    tmp_path.chmod(0o700)
    shelved = SHELF / f"programs-{programs.release()}"
    had_it = shelved.exists()
    result = subprocess.run(
        [sys.executable, tmp_path / "library" / ORDINARY.name, home, "SELECT 1"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(tmp_path / "library")},
    )
    assert result.stdout.strip() == "1"
    assert shelved.exists()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700
    if not had_it:
        shutil.rmtree(shelved)


@as_root
def test_root_does_not_run_the_server_as_root(home: Path) -> None:
    with Client(home) as client:
        client.ready()
        assert embedded.status(home).account not in (None, "root")
