"""Screens that follow a meeting: drawn once for all, the newest only, and every stream ends when it should."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import replace
from itertools import pairwise

import pytest
from django.db import OperationalError

from coretech.apps.meetings.board import View
from coretech.web.live.channel import Draw
from coretech.web.live.frames import BEAT, frame, retry
from coretech.web.live.hub import MOST, Hub
from coretech.web.live.screens import Drawing, Screen, Viewer
from coretech.web.live.stream import LEAVE, OVER, stream

MEETING = 7
MEMBER = Viewer(3, "session")


class Painting:
    """A meeting that is drawn as how often it has changed; what else it says can be set."""

    def __init__(self) -> None:
        """Not drawn yet; the screen's key is ``key``, everybody is let in."""
        self.times = self.changes = 0
        self.known = Drawing({}, {}, "key")
        self.failing: list[Exception] = []

    def draw(self, screens: Collection[Screen]) -> Drawing:
        """The number of changes, in every kind that is looked at."""
        if self.failing:
            raise self.failing.pop()
        self.times += 1
        text = frame("board", str(self.changes))
        views = {(self.known.view_of(screen) or screen.view, screen.language) for screen in screens}
        return replace(self.known, frames=dict.fromkeys(views, text))

    def change(self, hub: Hub) -> None:
        """Change the meeting, and let the hub hear of it."""
        self.changes += 1
        hub.heard(MEETING)


async def silence(_heard: Callable[[int], None], _missed: Callable[[], None]) -> None:
    """A database that tells of no change."""
    await asyncio.Event().wait()


def hub_of(draw: Draw) -> Hub:
    return Hub(lambda _meeting: draw, silence)


def public() -> Screen:
    return Screen(MEETING, "zh", View.SCREEN, key="key")


def member() -> Screen:
    return Screen(MEETING, "en", View.SIT, MEMBER)


def play(script: Callable[[Painting, Hub], Awaitable[None]]) -> Painting:
    """Run a script on a hub of its own; whatever it left running would fail the run."""

    async def run() -> Painting:
        painting = Painting()
        hub = hub_of(painting.draw)
        await script(painting, hub)
        hub.stop()
        await asyncio.sleep(0)
        return painting

    return asyncio.run(run())


async def opened(hub: Hub, screen: Screen, heartbeat: float = 60) -> AsyncIterator[bytes]:
    """A stream past its first line, which tells when to come back."""
    pieces = stream(hub, screen, heartbeat)
    assert (await anext(pieces)).startswith(b"retry: ")
    return pieces


def test_events_are_written_as_the_standard_says() -> None:
    assert (
        frame("board", "<p>一</p>\n<p>2</p>") == "event: board\ndata: <p>一</p>\ndata: <p>2</p>\n\n".encode()
    )
    assert frame("leave", "") == b"event: leave\ndata: \n\n"
    assert retry(1500) == b"retry: 1500\n\n"
    assert BEAT.startswith(b":")


def test_a_change_is_drawn_once_for_two_hundred_screens() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        streams = [await opened(hub, public()) for _ in range(200)]
        before = [await anext(pieces) for pieces in streams]
        drawn = painting.times
        painting.change(hub)
        after = [await anext(pieces) for pieces in streams]
        assert (len(set(map(id, after))), set(before) & set(after)) == (1, set())
        assert painting.times == drawn + 1

    play(script)


def test_a_burst_of_changes_becomes_a_few_drawings_and_a_slow_screen_gets_the_newest() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        slow, quick = await opened(hub, public()), await opened(hub, public())
        first = await anext(slow)
        for _ in range(100):
            painting.change(hub)
            await asyncio.sleep(0.001)
        seen = [first]
        while seen[-1] != frame("board", "100"):
            seen.append(await anext(quick))
        assert await anext(slow) == seen[-1]

    assert play(script).times < 50


def test_another_meetings_change_draws_nothing() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        pieces = await opened(hub, public(), heartbeat=0.2)
        await anext(pieces)
        hub.heard(MEETING + 1)
        assert await anext(pieces) == BEAT
        assert painting.times == 1

    play(script)


def test_a_silent_stream_beats_and_a_drawing_that_is_the_same_is_not_sent_again() -> None:
    async def script(_painting: Painting, hub: Hub) -> None:
        pieces = await opened(hub, public(), heartbeat=0.2)
        await anext(pieces)
        hub.heard(MEETING)
        assert [await anext(pieces) for _ in range(2)] == [BEAT, BEAT]

    play(script)


def test_whoever_may_no_longer_look_gets_nothing_but_the_word_to_leave() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        mine, other = await opened(hub, member()), await opened(hub, public())
        await anext(mine)
        await anext(other)
        painting.known = Drawing({}, {MEMBER: None}, "another key")
        painting.change(hub)
        for pieces in (mine, other):
            assert [piece async for piece in pieces] == [LEAVE]

    play(script)


def test_a_member_whose_view_changes_is_shown_the_other_one() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        pieces = await opened(hub, member())
        await anext(pieces)
        painting.known = Drawing({}, {MEMBER: View.RUN}, "key")
        painting.change(hub)
        assert await anext(pieces) == frame("board", "1")

    play(script)


def test_a_meeting_that_is_over_is_shown_once_more_and_the_stream_ends() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        pieces = await opened(hub, public())
        await anext(pieces)
        painting.known = Drawing({}, {}, "key", over=True)
        painting.change(hub)
        assert [piece async for piece in pieces] == [frame("board", "1"), OVER]

    play(script)


def test_a_hub_that_stops_ends_its_streams_and_takes_no_more() -> None:
    async def script(_painting: Painting, hub: Hub) -> None:
        pieces = await opened(hub, public())
        await anext(pieces)
        hub.stop()
        assert [piece async for piece in pieces] == []
        assert [piece async for piece in await opened(hub, public())] == []

    play(script)


def test_the_last_screen_to_leave_puts_out_the_light() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        for times in (1, 2):
            pieces = await opened(hub, public())
            await anext(pieces)
            await pieces.aclose()  # type: ignore[attr-defined]  # an async generator, as Django closes it
            hub.heard(MEETING)
            await asyncio.sleep(0.1)
            assert painting.times == times
            assert len(asyncio.all_tasks()) == 1

    play(script)


def test_a_database_that_is_away_for_a_moment_is_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        painting.failing.append(OperationalError("gone"))
        assert await anext(await opened(hub, public())) == frame("board", "0")

    play(script)

    assert "cannot be drawn, and is tried again" in caplog.text


def test_a_meeting_takes_so_many_screens_and_no_more() -> None:
    async def script(_painting: Painting, hub: Hub) -> None:
        places = [hub.place(public()) for _ in range(MOST)]
        full = []
        for place in places:
            full.append(hub.full(MEETING))
            place.__enter__()
        assert (set(full), hub.full(MEETING), hub.full(MEETING + 1)) == ({False}, True, False)
        places[0].__exit__(None, None, None)
        assert not hub.full(MEETING)

    play(script)


def test_screens_that_come_late_are_drawn_for_in_their_own_language() -> None:
    async def script(painting: Painting, hub: Hub) -> None:
        first = await opened(hub, public())
        await anext(first)
        late = await opened(hub, replace(public(), language="en"))
        assert await anext(late) == frame("board", "0")
        assert painting.times == 2

    play(script)


def test_versions_only_go_up() -> None:
    async def script(_painting: Painting, hub: Hub) -> None:
        with hub.place(public()) as channel:
            versions = [0]
            for _ in range(5):
                await channel.after(versions[-1], 60)
                versions.append(channel.version)
                channel.touch()
            assert all(later > earlier for earlier, later in pairwise(versions))

    play(script)
