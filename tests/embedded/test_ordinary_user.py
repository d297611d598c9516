"""An ordinary user's server runs as that user; root may look in without taking it over."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coretech import embedded
from tests.embedded.clients import ORDINARY, copy_library, new_home, remove

USER = pwd.getpwnam("nobody")

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user already")


@pytest.fixture(scope="module")
def library() -> Iterator[Path]:
    """What the user's Python imports, where the user can read it."""
    folder = new_home().parent
    copy_library(folder)
    subprocess.run(["/bin/chmod", "-R", "a+rX", folder], check=True)
    yield folder
    remove(folder)


@pytest.fixture
def home() -> Iterator[Path]:
    fresh = new_home()
    os.chown(fresh.parent, USER.pw_uid, USER.pw_gid)
    yield fresh
    embedded.stop(fresh)
    remove(fresh.parent)


def test_an_ordinary_users_server_runs_as_that_user(library: Path, home: Path) -> None:
    assert _as_user(library, home, "CREATE TABLE kept AS SELECT 1 AS item") == "SELECT 1"
    assert _as_user(library, home, "SELECT item FROM kept") == "1"
    seen = embedded.status(home)
    assert (seen.account, seen.running) == (USER.pw_name, False)


def test_root_looking_in_leaves_the_home_to_its_user(library: Path, home: Path) -> None:
    assert _as_user(library, home, "SELECT 1") == "1"
    with subprocess.Popen(
        [sys.executable, ORDINARY, home, "SELECT 2"], stdout=subprocess.PIPE, text=True
    ) as root:
        assert root.communicate()[0].strip() == "2"
    assert _as_user(library, home, "SELECT 3") == "3"
    assert {path.stat().st_uid for path in home.rglob("*")} == {USER.pw_uid}


def test_a_closed_home_is_said_so(library: Path, home: Path) -> None:
    os.chown(home.parent, 0, 0)
    words = _run(library, home, "SELECT 1").stderr
    assert f"The data folder {home} cannot be used" in words
    assert "CORETECH_HOME" in words


def _as_user(library: Path, home: Path, statement: str) -> str:
    result = _run(library, home, statement)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def _run(library: Path, home: Path, statement: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [_python(), library / ORDINARY.name, home, statement],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PYTHONPATH": str(library), "PYTHONDONTWRITEBYTECODE": "1"},
        user=USER.pw_uid,
        group=USER.pw_gid,
        extra_groups=[],
    )


def _python() -> str:
    """A Python that the user can run: ours may lie in root's closed folder."""
    for python in (sys.executable, "/usr/bin/python3"):
        command = [python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        try:
            if subprocess.run(command, check=False, user=USER.pw_uid, capture_output=True).returncode == 0:
                return python
        except PermissionError:
            continue
    missing = "no Python 3.11 that an ordinary user may run"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
