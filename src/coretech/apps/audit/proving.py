"""Proofs from the log: that an act is in it, and that it only grew since an older head."""

import base64
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from coretech.apps.audit.blocks import ranges_of_log
from coretech.apps.audit.heads import head_over, log_size, note_under, root_at, signed_head
from coretech.apps.audit.log_keys import trusted_keys
from coretech.apps.audit.models import Act, Checkpoint, LogKey
from coretech.engines.ledger.consistency import consistency_path, consistent
from coretech.engines.ledger.inclusion import inclusion_path
from coretech.engines.ledger.verify import FORMAT, VERSION, ProofError, open_checkpoint
from coretech.kit.refusal import Refused, bad_input, not_found, wrong_state
from coretech.kit.sentence import Sentence

Proof = dict[str, object]
ROTATED = "log.key_rotated"


@dataclass(frozen=True, slots=True)
class Growth:
    """That the log of ``old_size`` acts is the beginning of the one under ``head``: the hashes that show it."""

    old_size: int
    old_root: bytes
    head: Checkpoint
    path: tuple[bytes, ...]


def proof_of(act: Act, item: Mapping[str, object], at: dt.datetime) -> Proof:
    """That an act entered something on the log, as one of the ``items`` of its public part.

    `coretech.engines.ledger.verify` checks it, offline.
    """
    head = head_over(act.seq, at)
    return _proof(act, item, head, head.key)


def proof_of_key(key: LogKey) -> Proof:
    """That a key of the log was named by the one before it: under a head that the former key signed.

    Raises:
        Refused: (HTTP 404) for the first key, and for one that followed a lost key.
    """
    before = LogKey.objects.filter(pk__lt=key.pk).order_by("-pk").first()
    act = Act.objects.filter(kind=ROTATED, seq=key.from_size).first()
    if before is None or act is None or act.public["lost"]:
        raise not_found("這把公鑰沒有前一把公鑰為它作證。", "No former key vouches for this one.")
    head = Checkpoint.objects.select_related("key").get(size=key.from_size, key=key)
    return _proof(act, act.public["items"][0], head, before)


def growth_since(size: int, at: dt.datetime) -> Growth:
    """That the log only grew since it held so many acts (HTTP 422 where it never was of that size)."""
    now = log_size()
    if not 0 <= size <= now:
        raise bad_input(
            "from",
            f"紀錄現有{now}筆；請給0至{now}的整數。",
            f"The log holds {now} acts; give a whole number from 0 to {now}.",
        )
    head = signed_head(at)
    path = consistency_path(size, head.size, ranges_of_log())
    return Growth(size, root_at(size), head, tuple(path))


def growth_since_head(note: str, at: dt.datetime) -> Growth:
    """The same from an older signed head of this log, as it was given out; proved and checked.

    Raises:
        Refused: HTTP 422 for what is no head; 409 where it is another log's, forged, ahead of the log, or the log
            does not continue it.
    """
    try:
        _, size, root = open_checkpoint(note, trusted_keys(at))
    except ProofError as error:
        raise as_refused(error) from error
    if size > log_size():
        raise wrong_state(
            f"這個紀錄頭有{size}筆，但紀錄現在只有{log_size()}筆：紀錄被截短了。",
            f"This head is over {size} acts, and the log holds {log_size()} now: the log has been cut.",
        )
    growth = growth_since(size, at)
    new_root = bytes(growth.head.root)
    if growth.old_root != root or not consistent(size, root, growth.head.size, new_root, growth.path):
        raise wrong_state(
            f"紀錄的前{size}筆與這個紀錄頭不符：簽署之後遭更動。",
            f"The first {size} acts are not what this head was signed over: they were changed since.",
        )
    return growth


def as_refused(error: ProofError) -> Refused:
    """A fault of a proof or a head as a refusal: HTTP 422 for what cannot be read, 409 for what does not hold."""
    unreadable = error.status != 1
    status = HTTPStatus.UNPROCESSABLE_ENTITY if unreadable else HTTPStatus.CONFLICT
    return Refused(Sentence(error.zh, error.en), status=status, field="proof" if unreadable else None)


def text_of_proof(proof: Proof) -> str:
    """A proof as a file holds it."""
    return f"{json.dumps(proof, ensure_ascii=False, indent=2)}\n"


def in_base64(hashes: tuple[bytes, ...] | list[bytes]) -> list[str]:
    """Hashes as a proof writes them."""
    return [base64.b64encode(each).decode() for each in hashes]


def _proof(act: Act, item: Mapping[str, object], head: Checkpoint, key: LogKey) -> Proof:
    path = inclusion_path(act.seq - 1, head.size, ranges_of_log())
    return {
        "format": FORMAT,
        "version": VERSION,
        "item": dict(item),
        "leaf": bytes(act.leaf).decode(),
        "hash": in_base64([bytes(act.leaf_hash)])[0],
        "index": act.seq - 1,
        "path": in_base64(path),
        "checkpoint": note_under(head, key),
        "verifier": key.verifier,
    }
