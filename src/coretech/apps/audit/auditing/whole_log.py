"""The whole audit: one pass over the acts, their rows beside them, and the heads at the end."""

from collections.abc import Callable, Iterable, Sequence

from coretech.apps.audit.auditing.acts import COLUMNS, ActRow, compared, examined
from coretech.apps.audit.auditing.bound import BoundRows
from coretech.apps.audit.auditing.found import Audit, Faults, Wrong
from coretech.apps.audit.auditing.growing import Growing
from coretech.apps.audit.auditing.heads import Heads
from coretech.apps.audit.raw import Row, one_moment, rows_of, stream_of

Progress = Callable[[int, int], None]
"""Is told now and then how many of how many acts are done."""

_FETCHED = 2_048
_AT_ONCE = 128  # more at once is slower: they leave the processor's cache before they are compared
_WIDEST_GAP = 1_000_000
_ACTS = f"SELECT {COLUMNS} FROM audit_act ORDER BY seq"  # noqa: S608 - columns of our own
_BLOCKS = "SELECT number, root FROM audit_block"
_SIZES = "SELECT DISTINCT size FROM audit_checkpoint"
_LAST = "SELECT coalesce(max(seq), 0) FROM audit_act"


def recomputed(sizes: Iterable[int] = (), progress: Progress | None = None) -> Audit:
    """Recompute every act, block and bound row, as they all stand at one moment.

    Memory does not grow with the number of acts, but by a bit for each bound row and 32 bytes for each 1,024 acts.

    Args:
        sizes: where the root is wanted, too.
        progress: is told how far it has come, after each batch.
    """
    with one_moment():
        audit = _Pass(sizes)
        ((last,),) = rows_of(_LAST)
        for batch in stream_of(_ACTS, _FETCHED):
            for start in range(0, len(batch), _AT_ONCE):
                audit.take(batch[start : start + _AT_ONCE])
            if progress is not None:
                progress(audit.size, last)
        return audit.finish()


class _Pass:
    """One pass over the log."""

    def __init__(self, sizes: Iterable[int]) -> None:
        self._faults = Faults()
        self._rows = BoundRows(self._faults)
        wanted = [size for (size,) in rows_of(_SIZES)]
        self._tree = Growing(self._faults, dict(rows_of(_BLOCKS)), [*wanted, *sizes])

    @property
    def size(self) -> int:
        return self._tree.size

    def take(self, batch: Sequence[Row]) -> None:
        """Take the next acts."""
        place = self._tree.size + 1
        for row, act in zip(batch, compared(batch), strict=True):
            if act is None or row[0] != place:
                self._take_strange(ActRow(*row))
                place = self._tree.size + 1
                continue
            leaf_hash, hidden = act
            self._tree.add(leaf_hash)
            place += 1
            if "rows" in hidden:
                self._rows.take(hidden["rows"])

    def finish(self) -> Audit:
        """Compare what is left, and say what was found."""
        self._rows.compare()
        self._rows.find_strangers()
        self._rows.compare_gathered()
        root = self._tree.finish()
        Heads(self._faults, self._tree.roots, self._tree.size).check()
        faults = self._faults
        return Audit(
            size=self._tree.size,
            root=root.hex(),
            rows=self._rows.count,
            broken=tuple(faults.named),
            faults=faults.count,
            roots=self._tree.roots,
        )

    def _take_strange(self, row: ActRow) -> None:
        """Take an act that is not as it was written, or not where it belongs."""
        act, place = examined(row), self._tree.size + 1
        for part in act.parts:
            self._faults.add(f"act {act.number}", part)
        if act.sure:
            self._rows.take(act.hidden.get("rows"))
        else:
            self._rows.see(act.hidden.get("rows"))
        if place <= act.number <= place + _WIDEST_GAP:
            self._take_gap(place, act.number)
            self._tree.add(act.hash)
        elif not act.parts:
            self._faults.add(f"act {act.number}", wrong=Wrong.TAKEN)

    def _take_gap(self, first: int, last: int) -> None:
        """Name the acts that are missing before ``last``."""
        if first < last:
            name = f"act {first}" if first + 1 == last else f"acts {first} to {last - 1}"
            self._faults.add(name, wrong=Wrong.MISSING)
        for _ in range(first, last):
            self._tree.add(None)
