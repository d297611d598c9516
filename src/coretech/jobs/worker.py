"""The worker that carries out jobs: alone in a process, or in a thread beside the web server."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import psycopg
from django.db import connection
from procrastinate import PsycopgConnector
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.worker import Worker as Runner
from psycopg_pool import AsyncConnectionPool

from coretech.embedded import EmbeddedError

_log = logging.getLogger(__name__)

_AWAY = (ConnectorException, psycopg.Error, EmbeddedError)
_PAUSE = 2.0  # seconds before a worker that lost its database tries again
_PATIENCE = 5.0  # seconds that a first connection may take; also how long a stop may have to wait for one
_FOREIGN = ("context", "cursor_factory")  # Django's own wishes for its connections


class WorkerConnector(PsycopgConnector):
    """The worker's connections; whatever another thread of the process defers goes through Django's, as ever."""

    def get_sync_connector(self) -> BaseConnector:
        """Django's connection of the thread that asks."""
        return DjangoConnector()


class Worker:
    """Carries out jobs in one event loop until told to stop; a database that goes away is waited for.

    Nothing here is ever cancelled: a pool of connections that is cancelled while it opens may swallow that
    and wait for ever. Each step ends by itself within seconds, and the next one asks first.
    """

    def __init__(self) -> None:
        """Prepare; nothing runs yet."""
        self._stopping = asyncio.Event()
        self._runner: Runner | None = None

    async def run(self) -> None:
        """Carry out jobs until `stop`; the job in hand is finished first."""
        while not self._stopping.is_set():
            await self._attempt()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), _PAUSE)

    def stop(self) -> None:
        """End the work; to be called in the event loop's thread."""
        self._stopping.set()
        if self._runner is not None:
            self._runner.stop()

    async def _attempt(self) -> None:
        try:
            await self._work()
        except _AWAY as error:
            if not self._stopping.is_set():
                _log.warning("the worker lost its database and tries again: %s", error)

    async def _work(self) -> None:
        parameters = await asyncio.to_thread(_parameters)
        if self._stopping.is_set():
            return
        async with AsyncConnectionPool(
            kwargs=parameters, min_size=1, max_size=4, open=False, check=AsyncConnectionPool.check_connection
        ) as pool:
            await pool.wait(_PATIENCE)
            connector = WorkerConnector()
            with app.replace_connector(connector):
                await connector.open_async(pool)
                if not self._stopping.is_set():
                    await self._carry_out()

    async def _carry_out(self) -> None:
        app.perform_import_paths()
        self._runner = Runner(app, install_signal_handlers=False, delete_jobs="successful")
        try:
            await self._runner.run()  # forgets an earlier stop, but before its first wait
        finally:
            self._runner = None


async def until_signalled(started: Callable[[], None]) -> None:
    """Carry out jobs until Ctrl-C or SIGTERM; ``started`` is called once both are listened for."""
    loop, worker = asyncio.get_running_loop(), Worker()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, worker.stop)
    started()
    await worker.run()


class BackgroundWorker:
    """A worker in a thread and an event loop of its own, for as long as the ``with`` block runs."""

    def __init__(self) -> None:
        """Prepare the thread; nothing runs yet."""
        self._loop = asyncio.new_event_loop()
        self._worker = Worker()
        self._thread = threading.Thread(target=self._run, name="jobs")

    def __enter__(self) -> Self:
        """Start working."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop once the job in hand is finished."""
        self._loop.call_soon_threadsafe(self._worker.stop)
        self._thread.join()
        self._loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._worker.run())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())


def _parameters() -> dict[str, Any]:
    """How to reach the database, in libpq's words; starts the embedded server where it is ours."""
    parameters = connection.get_connection_params()
    return {name: value for name, value in parameters.items() if name not in _FOREIGN}
