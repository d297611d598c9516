"""All meetings that somebody looks at, in one event loop; it listens while anybody does."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from coretech.kit.stopping import at_stop
from coretech.web.live.channel import Channel, Draw
from coretech.web.live.drawing import Painter
from coretech.web.live.listener import listen
from coretech.web.live.screens import Screen

Listening = Callable[[Callable[[int], None], Callable[[], None]], Coroutine[None, None, None]]

MOST = 2000
"""How many screens may follow one meeting in one process."""
AT_THE_DOOR = 8
"""How many screens are let in at a time: each needs a database connection for that moment, and all may come at once."""


def _painter(meeting_id: int) -> Draw:
    return Painter(meeting_id).draw


class Hub:
    """The channels of one event loop, by meeting."""

    def __init__(self, draw_of: Callable[[int], Draw] = _painter, listening: Listening = listen) -> None:
        """Nobody looks yet; nothing runs."""
        self.door = asyncio.Semaphore(AT_THE_DOOR)
        self._draw_of, self._listen = draw_of, listening
        self._channels: dict[int, Channel] = {}
        self._listening: asyncio.Task[None] | None = None
        self._stopped = self._registered = False

    def full(self, meeting_id: int) -> bool:
        """Whether no further screen is taken for this meeting."""
        channel = self._channels.get(meeting_id)
        return channel is not None and len(channel.screens) >= MOST

    @contextmanager
    def place(self, screen: Screen) -> Iterator[Channel]:
        """A place for a screen at its meeting's channel, for as long as the block runs."""
        channel = self._channel(screen.meeting)
        channel.join(screen)
        try:
            yield channel
        finally:
            channel.screens.discard(screen)
            self._tidy(screen.meeting)

    def heard(self, meeting_id: int) -> None:
        """A meeting has changed."""
        if channel := self._channels.get(meeting_id):
            channel.touch()

    def missed(self) -> None:
        """Any meeting may have changed unheard."""
        for channel in self._channels.values():
            channel.touch()

    def stop(self) -> None:
        """Let every stream end, and take no more; to be called in the event loop's thread."""
        self._stopped = True
        for channel in self._channels.values():
            channel.stop()
        self._stop_listening()

    def _channel(self, meeting_id: int) -> Channel:
        if self._listening is None and not self._stopped:
            self._start_listening()
        channel = self._channels.get(meeting_id)
        if channel is None:
            channel = self._channels[meeting_id] = Channel(self._draw_of(meeting_id))
        if self._stopped:
            channel.stop()
        return channel

    def _tidy(self, meeting_id: int) -> None:
        if not self._channels[meeting_id].screens:
            self._channels.pop(meeting_id).stop()
        if not self._channels:
            self._stop_listening()

    def _start_listening(self) -> None:
        self._listening = asyncio.create_task(self._listen(self.heard, self.missed))
        if not self._registered:
            at_stop(self.stop)
            self._registered = True

    def _stop_listening(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            self._listening = None


_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def hub() -> Hub:
    """The hub of the running event loop; it ends its streams when the process is told to stop."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())
