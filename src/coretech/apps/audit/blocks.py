"""The roots of complete blocks of acts, and through them the root of any range of the log, without reading it all."""

from collections.abc import Iterator

from coretech.apps.audit.models import Act, Block
from coretech.engines.ledger.ranges import BLOCK, Ranges
from coretech.engines.ledger.tree import root_of


def complete_block(act: Act) -> Block | None:
    """Write the row of the block that this act completes, in the act's transaction; None where it completes none.

    Block ``n``, from 0 on, covers the acts ``n * 1024 + 1`` to ``(n + 1) * 1024``.
    """
    if act.seq % BLOCK:
        return None
    number = act.seq // BLOCK - 1
    return Block.objects.create(number=number, root=root_of(_leaf_hashes(number * BLOCK, act.seq)))


def ranges_of_log() -> Ranges:
    """The log as a source of range roots, by leaves counted from 0; it reads rows only as they are asked for."""
    return Ranges(_leaf_hashes, _block_roots)


def _leaf_hashes(start: int, end: int) -> Iterator[bytes]:
    rows = Act.objects.filter(seq__gt=start, seq__lte=end).order_by("seq")
    return (bytes(value) for value in rows.values_list("leaf_hash", flat=True).iterator())


def _block_roots(start: int, end: int) -> Iterator[bytes]:
    rows = Block.objects.filter(number__gte=start, number__lt=end).order_by("number")
    return (bytes(value) for value in rows.values_list("root", flat=True).iterator())
