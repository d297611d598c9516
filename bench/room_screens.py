"""Screens that follow a meeting over the network: by a stream, or by asking for the page every second."""

import asyncio
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

PATIENCE = 120.0  # seconds after which a screen that has not shown the change counts as lost
EVERY = 1.0  # seconds between two polls
AT_ONCE = 50  # polls under way: more of them, and the database has no connection left for anything


@dataclass(frozen=True, slots=True)
class Address:
    """Where a screen looks: the path, and the cookie of whoever is signed in."""

    path: str
    cookie: str = ""
    then: str = ""


class Screens:
    """Many screens in an event loop of their own; each notes when it first shows what is waited for."""

    def __init__(self, port: int, addresses: Sequence[Address], *, polling: bool) -> None:
        """Prepare; nothing is connected yet."""
        self._port, self._addresses, self._polling = port, addresses, polling
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._wanted = ""
        self._seen: dict[int, float] = {}
        self._under_way = 0
        self._all = threading.Event()
        self._going = asyncio.Event()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._works: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Connect every screen."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._connect(), self._loop).result(PATIENCE)

    def expect(self, words: str) -> None:
        """Say what is about to be shown."""
        self._wanted, self._seen = words, {}
        self._all.clear()
        self._loop.call_soon_threadsafe(self._going.set)

    def wait(self, since: float) -> list[float]:
        """How many seconds after a moment each screen showed it; what they still ask for is waited for.

        Raises:
            TimeoutError: where some screen never did.
        """
        if not self._all.wait(PATIENCE):
            message = f"{len(self._addresses) - len(self._seen)} screens did not show the change"
            raise TimeoutError(message)
        self._loop.call_soon_threadsafe(self._going.clear)
        while self._under_way:
            time.sleep(0.01)
        return [at - since for at in self._seen.values()]

    def stop(self) -> None:
        """Hang up."""
        asyncio.run_coroutine_threadsafe(self._hang_up(), self._loop).result(PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _hang_up(self) -> None:
        for work in self._works:
            work.cancel()
        await asyncio.gather(*self._works, return_exceptions=True)

    async def _connect(self) -> None:
        """Begin every screen's work, and hold on to it: an event loop alone does not."""
        look = self._poll if self._polling else self._follow
        self._works = [asyncio.create_task(look(*each)) for each in enumerate(self._addresses)]

    def _shown(self, number: int, text: str) -> None:
        if self._wanted and self._wanted in text and number not in self._seen:
            self._seen[number] = time.perf_counter()
            if len(self._seen) == len(self._addresses):
                self._all.set()

    async def _follow(self, number: int, address: Address) -> None:
        reader, writer = await self._ask(address.path, address.cookie)
        text = ""
        try:
            while line := await reader.readline():
                text += line.decode()
                if line == b"\n":
                    self._shown(number, text)
                    if address.then and "event: board" in text:
                        await self._read(address.then, address.cookie)
                    text = ""
        finally:
            await _closed(writer)

    async def _poll(self, number: int, address: Address) -> None:
        await asyncio.sleep(EVERY * number / len(self._addresses))
        while True:
            await self._going.wait()
            began = self._loop.time()
            with suppress(ConnectionError):  # a server that cannot keep up: asked again the next second
                async with self._turns:
                    await self._going.wait()
                    self._shown(number, await self._read(address.path, address.cookie))
            await asyncio.sleep(max(0.0, EVERY - (self._loop.time() - began)))

    async def _read(self, path: str, cookie: str) -> str:
        self._under_way += 1
        try:
            reader, writer = await self._ask(path, cookie)
            try:
                return (await reader.read()).decode()
            finally:
                await _closed(writer)
        finally:
            self._under_way -= 1

    async def _ask(self, path: str, cookie: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode())
        return reader, writer


async def _closed(writer: asyncio.StreamWriter) -> None:
    """Hang up, and see that the line is gone before the event loop is."""
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
