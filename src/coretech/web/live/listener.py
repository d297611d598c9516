"""Hearing from PostgreSQL which meetings have changed: one connection a process."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from django.db import connection
from psycopg import AsyncConnection, sql

from coretech.apps.meetings.locking import ROOM_CHANNEL
from coretech.web.live.channel import AWAY, PAUSE

_FOREIGN = ("context", "cursor_factory")  # Django's own wishes for its connections
_log = logging.getLogger(__name__)


async def listen(heard: Callable[[int], None], missed: Callable[[], None]) -> None:
    """Tell ``heard`` each meeting that changed, until cancelled; a connection that is lost is made again.

    ``missed`` is told each time a connection stands: anything may have changed before.
    """
    while True:
        try:
            await _hear(heard, missed)
        except AWAY as error:
            _log.warning("the room hears no changes, and connects again: %s", error)
        await asyncio.sleep(PAUSE)


async def _hear(heard: Callable[[int], None], missed: Callable[[], None]) -> None:
    parameters = await asyncio.to_thread(how_to_connect)
    async with await AsyncConnection.connect(**parameters, autocommit=True) as heard_on:
        await heard_on.execute(sql.SQL("LISTEN {}").format(sql.Identifier(ROOM_CHANNEL)))
        missed()
        async for notice in heard_on.notifies():
            heard(int(notice.payload))


def how_to_connect() -> dict[str, Any]:
    """How to reach the database, in libpq's words."""
    parameters = connection.get_connection_params()
    return {name: value for name, value in parameters.items() if name not in _FOREIGN}
