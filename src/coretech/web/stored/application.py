"""Before Django: open requests are answered from what was drawn for the ones before; every other one passes by."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from coretech.web.live.channel import AWAY
from coretech.web.shell.doorkeeper import Application
from coretech.web.stored.addresses import Asked, asked_in
from coretech.web.stored.bodies import Answer, Body, Shelf, may_be_kept
from coretech.web.stored.drawing import Draughtsman, Drawn
from coretech.web.stored.version import Newest, Read, Shared, Version

AT_ONCE = 4
"""Drawings under way at a time; each has a connection to the database."""

_log = logging.getLogger(__name__)
Draw = Callable[[Asked], Drawn]


class StoredBodies:
    """An ASGI application in front of another; with ``keep`` false it draws each answer anew."""

    def __init__(
        self,
        application: Application,
        *,
        keep: bool = True,
        read: Read | None = None,
        draw: Draw | None = None,
    ) -> None:
        """Stand before an application."""
        self._application, self._keep = application, keep
        self._version = Shared(read or Newest().read)
        self._draw = draw or Draughtsman().draw_apart
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="drawing")
        self._shelf = Shelf()
        self._under_way: dict[tuple[Version, Asked], asyncio.Task[Body | None]] = {}

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401 - as ASGI has it
        """Answer, or pass the request on: whoever is behind answers whatever cannot be answered here."""
        asked = asked_in(scope)
        body = None if asked is None else await self._body(asked)
        if body is None:
            await self._application(scope, receive, send)
        else:
            headers = dict(scope["headers"])
            told = (headers.get(b"accept-encoding", b""), headers.get(b"if-none-match", b""))
            await _send(send, body.answer(*told))

    async def _body(self, asked: Asked) -> Body | None:
        if not self._keep:
            return await self._drawn(asked)
        try:
            version = await self._version.now()
        except AWAY as error:
            _log.warning("no version can be read, so nothing stored is shown: %s", error)
            return None
        return self._shelf.find(version, asked) or await self._made(version, asked)

    async def _made(self, version: Version, asked: Asked) -> Body | None:
        """The body drawn now, once for all who ask for it at this version."""
        key = (version, asked)
        task = self._under_way.get(key)
        if task is None:
            task = self._under_way[key] = asyncio.create_task(self._drawn(asked))
            task.add_done_callback(lambda _: self._under_way.pop(key))
        body = await asyncio.shield(task)
        if body is not None:
            self._shelf.put(version, asked, body)
        return body

    async def _drawn(self, asked: Asked) -> Body | None:
        loop = asyncio.get_running_loop()
        try:
            status, headers, content = await loop.run_in_executor(self._threads, self._draw, asked)
        except Exception:  # noqa: BLE001 - it is logged, and Django says it to the reader
            _log.exception("%s could not be drawn", asked.path)
            return None
        return Body(headers, content) if may_be_kept(status, headers) else None


async def _send(send: Any, answer: Answer) -> None:  # noqa: ANN401 - as ASGI has it
    await send({"type": "http.response.start", "status": answer.status, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.content})
