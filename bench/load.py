"""Many readers over connections that stay open: how many answers a second, and how long each takes."""

import asyncio
import statistics
import time
from dataclasses import dataclass, field

READERS = 8
_LENGTH = b"content-length:"


@dataclass
class Load:
    """So many answers from one address by one call; remembers how long each of them took, the first call's aside."""

    port: int
    path: str
    count: int
    seconds: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    _warm: bool = False

    def __call__(self) -> None:
        """Read."""
        begun = time.perf_counter()
        taken = asyncio.run(self._everybody())
        if self._warm:
            self.seconds += taken
            self.rates.append(len(taken) / (time.perf_counter() - begun))
        self._warm = True

    @property
    def rate(self) -> float:
        """Answers a second, the median of the calls."""
        return statistics.median(self.rates)

    @property
    def p95(self) -> float:
        """Seconds within which 95 of 100 answers came."""
        return statistics.quantiles(self.seconds, n=100)[94]

    async def _everybody(self) -> list[float]:
        left = iter(range(self.count))
        taken: list[float] = []

        async def one() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                for _ in left:
                    begun = time.perf_counter()
                    writer.write(
                        f"GET {self.path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".encode()
                    )
                    await _read(reader)
                    taken.append(time.perf_counter() - begun)
            finally:
                writer.close()
                await writer.wait_closed()

        await asyncio.gather(*(one() for _ in range(READERS)))
        return taken


async def _read(reader: asyncio.StreamReader) -> None:
    """One answer to its end.

    Raises:
        RuntimeError: where it is not the page asked for.
    """
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b" 200 " not in head[:16]:
        raise RuntimeError(head.decode())
    if _LENGTH in head:
        await reader.readexactly(int(head.split(_LENGTH)[1].split(b"\r\n")[0]))
        return
    while size := int(await reader.readuntil(b"\r\n"), 16):
        await reader.readexactly(size + 2)
    await reader.readexactly(2)
