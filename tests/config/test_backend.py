"""Django and the job queue on the embedded server, which nobody started by hand."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from django.db.utils import ConnectionHandler
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from coretech import embedded
from coretech.config.backend.base import DatabaseWrapper
from coretech.config.database import database_from
from tests.embedded.clients import children, clear, new_home, postmaster, runs


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    fresh = new_home()
    yield fresh
    clear(fresh)


@pytest.fixture
def connections(home: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[ConnectionHandler]:
    handler = ConnectionHandler({"default": database_from({"CORETECH_HOME": str(home)})})
    with django_db_blocker.unblock():
        yield handler
        handler.close_all()


def test_making_a_connection_ready_starts_nothing_until_it_is_used(connections: ConnectionHandler) -> None:
    wrapper = connections["default"]
    assert isinstance(wrapper, DatabaseWrapper)
    assert wrapper.embedded_home is not None
    embedded.stop(wrapper.embedded_home)
    assert connections["default"].connection is None
    assert not runs(wrapper.embedded_home)
    assert _one(connections, "SELECT current_database()") == "coretech"
    assert runs(wrapper.embedded_home)


def test_threads_get_connections_of_their_own(connections: ConnectionHandler) -> None:
    def backend(_: int) -> object:
        try:
            return _one(connections, "SELECT pg_backend_pid()")
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(4) as pool:
        assert None not in set(pool.map(backend, range(8)))


def test_a_crashed_server_is_waited_for(home: Path, connections: ConnectionHandler) -> None:
    _one(connections, "SELECT 1")
    connections["default"].close()
    killed = children(postmaster(home))[-1]
    os.kill(killed, signal.SIGKILL)
    while killed in children(postmaster(home)):
        time.sleep(0.01)
    assert _one(connections, "SELECT 2") == 2


def test_a_killed_server_is_started_again(home: Path, connections: ConnectionHandler) -> None:
    _one(connections, "SELECT 1")
    connections["default"].close()
    os.kill(postmaster(home), signal.SIGKILL)
    assert _one(connections, "SELECT 3") == 3


def test_the_parameters_are_enough_for_any_other_client(connections: ConnectionHandler) -> None:
    params = connections["default"].get_connection_params()
    words = {name: params[name] for name in ("host", "port", "user", "password", "dbname")}
    with psycopg.connect(make_conninfo(**words)) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("coretech",)


def _one(connections: ConnectionHandler, statement: str) -> object:
    with connections["default"].cursor() as cursor:
        cursor.execute(statement)
        row: tuple[object, ...] = cursor.fetchone()
        return row[0]
