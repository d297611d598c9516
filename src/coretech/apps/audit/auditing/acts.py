"""Whether one act is what was written: its leaf recomputed from its row, without the database's help.

`compared` asks it of every act, and only says yes or no; `examined` names the columns of the few that are not.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import NamedTuple

from coretech.apps.audit.raw import Row
from coretech.apps.audit.record import LEAF_VERSION
from coretech.engines.ledger.leaf import SALT_BYTES, leaf_hash
from coretech.engines.ledger.rewriting import UNREADABLE, canonical_text, canonical_texts

COLUMNS = "seq, at, kind, subject, account_id, public::text, confidential::text, salt, leaf, leaf_hash"
ACCOUNT = "account_id"
_BEGIN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_COMMITTED = "confidential or salt"
_PLAIN = ("seq", "kind", "subject")
_PUBLIC, _CONFIDENTIAL = 5, 6


class ActRow(NamedTuple):
    """An act as it lies in the database."""

    seq: int
    at: int
    kind: str
    subject: str
    account_id: int | None
    public: str
    confidential: str
    salt: bytes
    leaf: bytes
    leaf_hash: bytes


@dataclass(frozen=True, slots=True)
class Examined:
    """An act that is not as it was written.

    Attributes:
        number: the act's number: its leaf's where that can be trusted, else its row's.
        hash: the leaf's hash as most of the row tells it.
        hidden: what is confidential, as far as it can be read.
        sure: whether that is what the leaf commits to.
        parts: the columns that differ.
    """

    number: int
    hash: bytes
    hidden: Mapping[str, object]
    sure: bool
    parts: tuple[str, ...]


def compared(batch: Sequence[Row]) -> Iterator[tuple[bytes, dict[str, object]] | None]:
    """Of each act the leaf's hash and what is confidential, where every column is as written; None otherwise."""
    publics = canonical_texts([row[_PUBLIC] for row in batch])
    hiddens = canonical_texts([row[_CONFIDENTIAL] for row in batch])
    for row, public, hidden in zip(batch, publics, hiddens, strict=True):
        yield None if public is None or hidden is None else _compared(row, public[1], *hidden)


def _compared(
    row: Row, public: str, hidden: object, committed: str
) -> tuple[bytes, dict[str, object]] | None:
    seq, at, kind, subject, account, _, _, salt, leaf, stored = row
    moment = _moment(at)
    commitment = hashlib.sha256(salt + committed.encode()).hexdigest()
    found = hashlib.sha256(b"\x00" + leaf).digest()
    same = _leaf(moment, commitment, public, (seq, kind, subject)) == leaf and found == stored
    holds = same and isinstance(hidden, dict) and hidden.get(ACCOUNT) == account
    return (found, hidden) if holds and isinstance(hidden, dict) else None


def examined(row: ActRow) -> Examined:
    """What is wrong with an act, as far as its row can tell."""
    told, hidden, committed = _leaf_told(row.leaf), _hidden(row.confidential), _committed(row)
    said, heard = _said(row, committed), leaf_hash(row.leaf)
    hashes = [heard, row.leaf_hash, *([] if said is None else [leaf_hash(said)])]
    sure = row.leaf_hash in hashes[2:] or (told is not None and told.get("commitment") == committed)
    parts = list(_leaf_parts(row, said, heard))
    if not parts:
        parts = ["leaf"] if told is None else list(_differing(row, told, committed))
    if sure and hidden.get(ACCOUNT) != row.account_id:
        parts.append("account")
    number = told.get("seq") if told is not None and heard == row.leaf_hash else row.seq
    return Examined(
        number=number if isinstance(number, int) else row.seq,
        hash=max(hashes, key=hashes.count),
        hidden=hidden,
        sure=sure,
        parts=tuple(parts),
    )


def _leaf_parts(row: ActRow, said: bytes | None, heard: bytes) -> Iterator[str]:
    """Which of the leaf and its hash was changed, where they no longer belong together."""
    if heard == row.leaf_hash:
        return
    if said != row.leaf:
        yield "leaf"
    if said is None or leaf_hash(said) != row.leaf_hash:
        yield "leaf_hash"


def _differing(row: ActRow, told: Mapping[str, object], committed: str | None) -> Iterator[str]:
    """The columns that say something else than the leaf, which its own hash upholds."""
    yield from (name for name in _PLAIN if told.get(name) != getattr(row, name))
    if told.get("at") != _moment(row.at):
        yield "at"
    if told.get("public") != _value(row.public):
        yield "public"
    if told.get("commitment") != committed:
        yield _COMMITTED if len(row.salt) == SALT_BYTES else "salt"


def _said(row: ActRow, committed: str | None) -> bytes | None:
    """The leaf as the row tells it, where it can tell one."""
    try:
        public = canonical_text(row.public)[1]
    except UNREADABLE:
        return None
    if committed is None:
        return None
    return _leaf(_moment(row.at), committed, public, (row.seq, row.kind, row.subject))


def _leaf(moment: str, commitment: str, public: str, named: tuple[int, str, str]) -> bytes:
    """The leaf as `coretech.apps.audit.record.leaf_of` writes it; ``named`` is number, kind and subject."""
    seq, kind, subject = named
    return (
        f'{{"at":"{moment}","commitment":"{commitment}","kind":{encode_basestring(kind)},"public":{public},'
        f'"seq":{seq},"subject":{encode_basestring(subject)},"v":{LEAF_VERSION}}}'
    ).encode()


def _committed(row: ActRow) -> str | None:
    try:
        return hashlib.sha256(row.salt + canonical_text(row.confidential)[1].encode()).hexdigest()
    except UNREADABLE:
        return None


def _leaf_told(leaf: bytes) -> Mapping[str, object] | None:
    """What a leaf says, where it is one."""
    try:
        value, text = canonical_text(leaf.decode("utf-8"))
    except UNREADABLE:
        return None
    return value if isinstance(value, dict) and text.encode() == leaf else None


def _hidden(confidential: str) -> Mapping[str, object]:
    value = _value(confidential)
    return value if isinstance(value, dict) else {}


def _value(text: str) -> object:
    try:
        return canonical_text(text)[0]
    except UNREADABLE:
        return None


def _moment(at: int) -> str:
    """The moment as a leaf writes it; nothing where no calendar reaches."""
    try:
        return (_BEGIN + dt.timedelta(microseconds=at)).isoformat()
    except OverflowError:
        return ""
