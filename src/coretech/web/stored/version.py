"""Which version of everything official stands: the number of the newest act, read once for all who wait.

Every official write is an act in the same transaction, and acts are numbered in the order in which they are
committed. So whatever is drawn after a number was read holds as long as that number does.
"""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable

from psycopg import AsyncConnection

from coretech.apps.audit.clock import now
from coretech.kit.clock import TAIPEI
from coretech.web.live.listener import how_to_connect

Version = tuple[int, dt.date]
"""The newest act, and the day: a new day may have another list without any act."""
Read = Callable[[], Awaitable[Version]]

_NEWEST = "SELECT coalesce(max(seq), 0) FROM audit_act"


class Newest:
    """Asks the database over a connection of its own, which is made again where it is lost."""

    def __init__(self) -> None:
        """Nothing is connected yet."""
        self._connection: AsyncConnection | None = None

    async def read(self) -> Version:
        """The newest version; whatever the connection says where it fails."""
        try:
            if self._connection is None:
                found = await asyncio.to_thread(how_to_connect)
                self._connection = await AsyncConnection.connect(**found, autocommit=True)
            row = await (await self._connection.execute(_NEWEST, prepare=True)).fetchone()
        except BaseException:
            await self.close()
            raise
        return (row[0] if row else 0), now().astimezone(TAIPEI).date()

    async def close(self) -> None:
        """Hang up."""
        held, self._connection = self._connection, None
        if held is not None:
            await held.close()


class Shared:
    """One question at a time for everybody who waits; an answer is never older than the wish to know it."""

    def __init__(self, read: Read) -> None:
        """Nobody waits."""
        self._read = read
        self._next: asyncio.Future[Version] | None = None
        self._asking: asyncio.Task[None] | None = None

    async def now(self) -> Version:
        """The version at a moment after this was called; raises what the question raised."""
        if self._next is None:
            self._next = asyncio.get_running_loop().create_future()
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._next)

    async def _ask(self) -> None:
        while (waiting := self._next) is not None:
            self._next = None
            try:
                waiting.set_result(await self._read())
            except Exception as error:  # noqa: BLE001 - whoever waits gets it, whatever it is
                waiting.set_exception(error)
        self._asking = None
