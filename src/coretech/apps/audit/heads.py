"""Signed heads of the log: how long it is, and the root over it, given out once per size and key."""

import datetime as dt
from http import HTTPStatus

from django.db import transaction

from coretech.apps.audit.blocks import ranges_of_log
from coretech.apps.audit.locks import hold
from coretech.apps.audit.log_keys import KeyLost, current_key, log_keys, origin_of, publish, signer_of
from coretech.apps.audit.models import Act, Checkpoint, LogKey
from coretech.engines.ledger.ranges import GapError
from coretech.engines.ledger.signing import Signer, checkpoint_note, checkpoint_text
from coretech.engines.ledger.verify import ProofError, open_checkpoint, read_keys
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

_NOT_CONTINUED = Sentence(
    "紀錄與先前簽署的紀錄頭不符，不予簽署；請執行 coretech register audit 找出差異，並通知系統管理者。",
    "The log does not continue the head that was signed before, so nothing is signed. "
    "Find the difference with coretech register audit, and tell the administrator.",
)


def log_size() -> int:
    """How many acts the log holds."""
    return Act.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def root_at(size: int) -> bytes:
    """The root over the first acts of the log; refused (HTTP 409) where one of them is missing."""
    try:
        return ranges_of_log().root(0, size)
    except GapError as error:
        raise Refused(_NOT_CONTINUED, status=HTTPStatus.CONFLICT) from error


def signed_head(at: dt.datetime) -> Checkpoint:
    """The head as it is now, signed; the same row as long as no act follows.

    Raises:
        KeyLost: where the private key is gone.
        Refused: (HTTP 409) where the log does not continue what was signed before.
    """
    key = current_key(at)
    publish(log_keys(at))
    known = Checkpoint.objects.filter(size=log_size(), key=key).first()
    if known is not None:
        return known
    with transaction.atomic():
        hold("log-head")
        key = current_key(at)  # another may have followed meanwhile
        return sign_head(key, log_size(), at, signer_of(key))


def sign_head(key: LogKey, size: int, at: dt.datetime, *signers: Signer) -> Checkpoint:
    """Sign the head of a size, where it continues the last; the caller holds the lock."""
    known = Checkpoint.objects.filter(size=size, key=key).first()
    if known is not None:
        return known
    _require_continued(size)
    root = root_at(size)
    note = checkpoint_note(checkpoint_text(origin_of(key), size, root), *signers)
    return Checkpoint.objects.create(size=size, root=root, key=key, note=note, signed_at=at)


def last_head() -> Checkpoint | None:
    """The head that was signed last, or None before the first."""
    return Checkpoint.objects.order_by("-size", "-pk").select_related("key").first()


def head_over(size: int, at: dt.datetime) -> Checkpoint:
    """A signed head over at least so many acts: the newest, or the last one signed where the key is lost."""
    try:
        return signed_head(at)
    except KeyLost:
        last = last_head()
        if last is None or last.size < size:
            raise
        return last


def text_of(head: Checkpoint) -> str:
    """What is signed of a head."""
    return checkpoint_text(origin_of(head.key), head.size, bytes(head.root))


def note_under(head: Checkpoint, key: LogKey) -> str:
    """The head with this key's signature alone below it."""
    text = text_of(head)
    for line in head.note.removeprefix(f"{text}\n").splitlines(keepends=True):
        if _is_signed(note := f"{text}\n{line}", key):
            return note
    message = f"head {head.size} is not signed by {key.verifier}"
    raise ValueError(message)


def _is_signed(note: str, key: LogKey) -> bool:
    try:
        open_checkpoint(note, read_keys(key.verifier))
    except ProofError:
        return False
    return True


def _require_continued(size: int) -> None:
    last = last_head()
    if last is not None and (last.size > size or root_at(last.size) != bytes(last.root)):
        raise Refused(_NOT_CONTINUED, status=HTTPStatus.CONFLICT)
