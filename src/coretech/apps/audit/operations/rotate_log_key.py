"""Giving the log a new key: the head of that moment is signed by the former key and by the new one."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.heads import log_size, sign_head
from coretech.apps.audit.locks import hold
from coretech.apps.audit.log_keys import KeyLost, current_key, new_signer, origin_of, signer_of
from coretech.apps.audit.models import Act, LogKey
from coretech.apps.audit.operation import operation
from coretech.apps.audit.proving import ROTATED
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.engines.ledger.signing import Signer
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_NOT_LOST = Sentence(
    "原來的私鑰還在；請不加 --lost，讓它也簽署。",
    "The former private key is there; leave out --lost, so that it signs too.",
)
_ANOTHER = Sentence(
    "金鑰剛才已由他人換新；請重新開啟這一頁，確定還要不要再換。",
    "Somebody else has just brought a new key; open the page again, and see whether another is still wanted.",
)


def check(by: Acting) -> None:
    """Whether this person keeps the log's keys."""
    allow(by, Action.KEEP_LOG_KEYS)


def key_is_lost(by: Acting) -> bool:
    """Whether the private half of the key in use is not there."""
    try:
        signer_of(current_key(by.at))
    except KeyLost:
        return True
    return False


def require_in_use(key: LogKey, seen: int | None) -> None:
    """Refuse (HTTP 409) where another key is in use than the one that was seen."""
    if seen not in {None, key.pk}:
        raise Refused(_ANOTHER)


@operation
def rotate_log_key(by: Acting, *, lost: bool = False, seen: int | None = None) -> Act:
    """Make a new key and let it sign from this act on; the act names both, and its head is signed by both.

    ``lost`` says that the former private key is gone: then the new one signs alone, and nobody vouches for it.
    ``seen`` is the row of the key that whoever asks saw in use.

    Raises:
        KeyLost: where the former private key is not there, and ``lost`` was not said.
        Refused: (HTTP 409) where ``lost`` was said and it is there, and where another key is in use than was seen.
    """
    check(by)
    hold("log")
    hold("log-head")
    before = current_key(by.at)
    require_in_use(before, seen)
    former = _former(before, lost=lost)
    signer = new_signer(origin_of(before))
    key = LogKey.objects.create(verifier=signer.verifier, from_size=log_size() + 1, made_at=by.at)
    act = record(
        by,
        ROTATED,
        f"log-key/{key.pk}",
        public={"items": [{"key": key.verifier, "follows": before.verifier}], "lost": lost},
    )
    sign_head(key, act.seq, by.at, *former, signer)
    return act


def _former(key: LogKey, *, lost: bool) -> list[Signer]:
    try:
        former = [signer_of(key)]
    except KeyLost:
        if lost:
            return []
        raise
    if lost:
        raise Refused(_NOT_LOST)
    return former
