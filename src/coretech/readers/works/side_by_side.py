"""Blocks read by several readers at once, given back in their order; memory holds a few blocks and no more."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Protocol, TypeVar

from coretech.readers.works.block_tables import Tables
from coretech.readers.works.problems import Problem

READERS = 2
"""Reading, unpacking and hashing leave the interpreter free, so that two cores are kept busy by two readers."""
Read = tuple[Tables, list[Problem]]
Block_contra = TypeVar("Block_contra", contravariant=True)
Block = TypeVar("Block")


class Reader(Protocol[Block_contra]):
    """Something that reads blocks of one kind."""

    def read(self, block: Block_contra, /) -> Tables:
        """The block's tables."""
        ...

    def told(self) -> list[Problem]:
        """What was found wrong since this was asked last."""
        ...


def read_all(blocks: Iterable[Block], readers: Sequence[Reader[Block]]) -> Iterator[Read]:
    """Each block's tables and what is wrong with its lines, in the order of the blocks.

    Raises:
        OSError: where a block cannot be read.
    """
    free: SimpleQueue[Reader[Block]] = SimpleQueue()
    for reader in readers:
        free.put(reader)

    def one(block: Block) -> Read:
        reader = free.get()
        try:
            return reader.read(block), reader.told()
        finally:
            free.put(reader)

    waiting: deque[Future[Read]] = deque()
    with ThreadPoolExecutor(len(readers)) as pool:
        for block in blocks:
            waiting.append(pool.submit(one, block))
            if len(waiting) > len(readers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
