"""``coretech serve``: a real server in a process of its own, stopped, killed, and started again."""

import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coretech.embedded import status
from tests.cli.conftest import COMMAND, Run


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def serving(environment: dict[str, str], port: int, *options: str) -> Iterator["subprocess.Popen[str]"]:
    """A server that has said its address."""
    command = [*COMMAND, "serve", "--port", str(port), *options]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        assert f"http://127.0.0.1:{port}/en/" in process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def register_of(port: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/openapi.json", timeout=30) as answer:
        answer.read()
        return int(answer.status)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_server_answers_until_it_is_told_to_stop_and_leaves_nothing_running(
    own_home: dict[str, str], number: signal.Signals
) -> None:
    port = free_port()

    with serving(own_home, port) as process:
        answered = register_of(port)
        process.send_signal(number)
        said = process.communicate(timeout=60)

    assert (answered, process.returncode, said) == (200, 0, ("", ""))
    assert not status(Path(own_home["CORETECH_HOME"])).running


def test_a_port_in_use_is_bad_input_before_anything_is_started(
    own_home: dict[str, str], run_alone: Run
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run_alone("--lang", "en", "serve", "--port", str(taken.getsockname()[1]))

    assert (ran.status, ran.out) == (2, "")
    assert "cannot be used (Address already in use)" in ran.err
    assert not status(Path(own_home["CORETECH_HOME"])).running


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_bad_input(run_alone: Run, port: str) -> None:
    ran = run_alone("serve", "--port", port)

    assert ran.status == 2
    assert "Traceback" not in ran.err


def test_a_server_that_was_killed_starts_again_and_has_lost_nothing(
    own_home: dict[str, str], run_alone: Run
) -> None:
    port = free_port()
    assert run_alone("demo", "--bare", "--no-serve").status == 0
    with serving(own_home, port) as process:
        made = run_alone("token", "create", "--as", "office", "--label", "kept", "--json")
        process.kill()

    with serving(own_home, port):
        assert register_of(port) == 200
        kept = run_alone("log", "list", "--as", "office", "--json").data

    assert made.data["act"]["seq"] in {act["seq"] for act in kept}
    assert run_alone("log", "audit").status == 0
