"""How many requests are worked on at once: each holds a connection to the database, of which there are not many."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]

AT_ONCE = 40
"""Requests worked on at once by one process; the others wait their turn. The embedded server takes 100 connections."""

_STREAMS = "/events/"
"""Streams stay open for hours and hold no connection while nothing happens, so they take no place."""


class Doorkeeper:
    """An ASGI application that lets so many requests in at once and keeps the others waiting in line."""

    def __init__(self, application: Application, places: int = AT_ONCE) -> None:
        """Stand before an application."""
        self._application = application
        self._places = asyncio.Semaphore(places)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401 - as ASGI has it
        """Pass a request on, at once or when a place is free."""
        if scope["type"] != "http" or scope["path"].endswith(_STREAMS):
            await self._application(scope, receive, send)
            return
        async with self._places:
            await self._application(scope, receive, send)
