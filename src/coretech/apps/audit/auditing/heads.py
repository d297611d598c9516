"""Whether the signed heads still hold: each note under its key, and row and log as the note says."""

from collections.abc import Mapping, Sequence

from coretech.apps.audit.auditing.found import Faults, Wrong
from coretech.apps.audit.raw import Row, rows_of, stream_of
from coretech.engines.ledger.cosigning import COSIGNATURE, cosigned_by, read_cosignature
from coretech.engines.ledger.verify import Key, ProofError, open_checkpoint, read_keys

_KEYS = "SELECT id, verifier FROM audit_logkey ORDER BY id"
_WITNESSES = "SELECT id, verifier FROM audit_witness ORDER BY id"
_HEADS = "SELECT id, size, root, key_id, note FROM audit_checkpoint ORDER BY id"
_COSIGNATURES = """
    SELECT cosigned.id, cosigned.line, cosigned.witness_id, head.note FROM audit_cosignature AS cosigned
    JOIN audit_checkpoint AS head ON head.id = cosigned.checkpoint_id ORDER BY cosigned.id
"""
_MANY = 1_000


class Heads:
    """Checks what was signed against the roots that the log gives today."""

    def __init__(self, faults: Faults, roots: Mapping[int, bytes | None], size: int) -> None:
        """Know the log: its size, and its roots at the sizes of its checkpoints."""
        self._faults, self._roots, self._size = faults, roots, size

    def check(self) -> None:
        """Name every key, head and cosignature that does not hold."""
        keys = self._keys("log key", _KEYS)
        for batch in stream_of(_HEADS, _MANY):
            for row in batch:
                self._check_head(row, keys)
        witnesses = self._keys("witness", _WITNESSES, COSIGNATURE)
        for batch in stream_of(_COSIGNATURES, _MANY):
            for row in batch:
                self._check_cosignature(row, witnesses)

    def _keys(self, what: str, query: str, *kind: int) -> dict[int, Key]:
        keys = {}
        for number, verifier in rows_of(query):
            try:
                (keys[number],) = read_keys(verifier, *kind)
            except (ValueError, ProofError):
                self._faults.add(f"{what} {number}", "verifier")
        return keys

    def _check_head(self, row: Row, keys: Mapping[int, Key]) -> None:
        number, size, root, key_id, note = row
        place = f"checkpoint {number}"
        told = _opened(note, [keys[key_id]]) if key_id in keys else None
        if told is None:
            told = _opened(note, list(keys.values()))
            self._faults.add(place, "note" if told is None else "key")
        if told is None:
            return
        if told[0] != size:
            self._faults.add(place, "size")
        if told[1] != root:
            self._faults.add(place, "root")
        self._check_log(place, *told)

    def _check_log(self, place: str, size: int, root: bytes) -> None:
        """Whether the log still reaches that far, and is what was signed then."""
        if size > self._size:
            self._faults.add(place, wrong=Wrong.BEYOND)
        elif self._roots.get(size) not in (None, root):
            self._faults.add(place, wrong=Wrong.FORKED)

    def _check_cosignature(self, row: Row, witnesses: Mapping[int, Key]) -> None:
        number, line, witness, note = row
        text = note.partition("\n\n")[0] + "\n"
        try:
            holds = witness in witnesses and cosigned_by(read_cosignature(line), text, witnesses[witness])
        except ProofError:
            holds = False
        if not holds:
            self._faults.add(f"cosignature {number}", "line")


def _opened(note: str, keys: Sequence[Key]) -> tuple[int, bytes] | None:
    """The size and the root of a head that one of the keys signed."""
    try:
        _, size, root = open_checkpoint(note, list(keys))
    except ProofError:
        return None
    return size, root
