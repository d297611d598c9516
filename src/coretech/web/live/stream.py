"""The stream of one screen: the newest drawing whenever there is a new one, and a beat while there is none."""

import secrets
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.db import connections

from coretech.web.live.channel import Channel
from coretech.web.live.frames import BEAT, frame, retry
from coretech.web.live.hub import Hub
from coretech.web.live.screens import Screen

HEARTBEAT = 15.0
"""Seconds of silence before a beat."""
LEAVE, OVER = frame("leave", ""), frame("over", "")
_SOONEST, _SPREAD = 1000, 2000  # milliseconds; spread, so that screens do not all come back at once


async def stream(at: Hub, screen: Screen, heartbeat: float = HEARTBEAT) -> AsyncIterator[bytes]:
    """The events for one screen, until it leaves, may look no longer, the meeting is over, or the process stops.

    The request's own database connection is given back first: a stream lasts for hours.
    """
    await sync_to_async(connections.close_all)()
    with at.place(screen) as channel:
        yield retry(_SOONEST + secrets.randbelow(_SPREAD))
        async for piece in _pieces(channel, screen, heartbeat):
            yield piece


async def _pieces(channel: Channel, screen: Screen, heartbeat: float) -> AsyncIterator[bytes]:
    seen, shown = 0, b""
    while not channel.stopped:
        drawing = await channel.after(seen, heartbeat)
        seen = channel.version
        if drawing is None:
            yield BEAT
            continue
        view = drawing.view_of(screen)
        if view is None:
            yield LEAVE
            return
        newest = drawing.frames.get((view, screen.language), shown)
        if newest != shown:
            shown = newest
            yield newest
        if drawing.over and shown:
            yield OVER
            return
