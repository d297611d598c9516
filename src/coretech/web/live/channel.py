"""One meeting's screens: each change is drawn once, and every screen takes the newest drawing at its own pace."""

import asyncio
import logging
from collections.abc import Callable, Collection
from contextlib import suppress

import psycopg
from django.db import DatabaseError

from coretech.embedded import EmbeddedError
from coretech.web.live.screens import Drawing, Screen

Draw = Callable[[Collection[Screen]], Drawing]

AWAY = (DatabaseError, psycopg.Error, EmbeddedError)
BREATH = 0.05
"""Seconds between two drawings, so that a burst of changes becomes one."""
PAUSE = 1.0
"""Seconds before a drawing is tried again when the database is away."""

_log = logging.getLogger(__name__)


class Channel:
    """What the screens of one meeting show, kept up to date in the event loop it was made in.

    There is no queue that could grow: a screen that is slow misses what was in between, and gets the newest.
    """

    def __init__(self, draw: Draw) -> None:
        """Begin to draw; the first drawing is under way."""
        self.screens: set[Screen] = set()
        self.version = 0
        self.drawing: Drawing | None = None
        self.stopped = False
        self._draw = draw
        self._news = asyncio.Event()
        self._changed = asyncio.Event()
        self._changed.set()
        self._task = asyncio.create_task(self._keep_drawn())

    def join(self, screen: Screen) -> None:
        """Count the screen in; one of a kind that nobody else looks at has its frame drawn."""
        self.screens.add(screen)
        if self.drawing is not None and (screen.view, screen.language) not in self.drawing.frames:
            self.touch()

    def touch(self) -> None:
        """The meeting has changed: draw it anew, once."""
        self._changed.set()

    def stop(self) -> None:
        """Draw no more, and let every stream end."""
        self.stopped = True
        self._task.cancel()
        self._tell()

    async def after(self, version: int, patience: float) -> Drawing | None:
        """The newest drawing where there is one after ``version``, waited for; None after ``patience`` seconds."""
        if self.version <= version and not self.stopped:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), patience)
        return self.drawing if self.version > version else None

    async def _keep_drawn(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            try:
                self.drawing = await asyncio.to_thread(self._draw, frozenset(self.screens))
            except AWAY as error:
                _log.warning("the room cannot be drawn, and is tried again: %s", error)
                await asyncio.sleep(PAUSE)
                self.touch()
                continue
            self.version += 1
            self._tell()
            await asyncio.sleep(BREATH)

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()
