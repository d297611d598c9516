"""Blocks read by several readers at once, given back in their order; memory holds a few blocks and no more."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

from coretech.readers.works.block_tables import BlockReader, Tables
from coretech.readers.works.blocks import Block
from coretech.readers.works.problems import Problem

READERS = 2
"""Reading, unpacking and hashing leave the interpreter free, so that two cores are kept busy by two readers."""
Read = tuple[Tables, list[Problem]]


def read_all(blocks: Iterable[Block], readers: Sequence[BlockReader]) -> Iterator[Read]:
    """Each block's tables and what is wrong with its lines, in the order of the blocks.

    Raises:
        OSError: where a block cannot be read.
    """
    free: SimpleQueue[BlockReader] = SimpleQueue()
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
