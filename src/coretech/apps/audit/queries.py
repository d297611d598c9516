"""Reading the log: an act with its subject's history, and whether every leaf still holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act, Once
from coretech.apps.audit.record import leaf_of
from coretech.apps.audit.rulings import allow
from coretech.engines.ledger.leaf import commitment, leaf_hash
from coretech.engines.ledger.tree import Tree
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Audit:
    """A full recomputation of the log: its size, its root in hex, and the acts that no longer hold."""

    size: int
    root: str
    broken: tuple[str, ...]


def acts_of(subject: str) -> QuerySet[Act]:
    """The acts on a subject such as ``case/3``, oldest first."""
    return acts_on(subject)


def acts_on(*subjects: str) -> QuerySet[Act]:
    """The acts on several subjects, oldest first."""
    return Act.objects.filter(subject__in=subjects).select_related("account").order_by("seq")


def readable_acts(by: Acting, subject: str = "") -> QuerySet[Act]:
    """The log, or one subject's part of it, oldest first, for whoever may read it (HTTP 403 otherwise)."""
    allow(by, Action.READ_LOG)
    return acts_of(subject) if subject else Act.objects.select_related("account").order_by("seq")


def newest_act() -> Act | None:
    """The last act on the log, or None before the first."""
    return Act.objects.order_by("-seq").first()


def key_used_otherwise(account_id: int, prefix: str, rest: str) -> bool:
    """Whether the account sent a request under a key that begins so and goes on in another way."""
    mine = Once.objects.filter(key__startswith=f"{account_id}:{prefix}")
    return mine.exclude(key=f"{account_id}:{prefix}{rest}").exists()


def key_used(by: Acting) -> bool:
    """Whether this request, by its key, was carried out before."""
    return bool(by.once) and Once.objects.filter(key=f"{by.account_id or 0}:{by.once}"[:96]).exists()


def audit() -> Audit:
    """Recompute every leaf, commitment and number from its row; streams, so memory stays bounded."""
    tree, broken = Tree(), []
    for act in _stream():
        tree.append(leaf_hash(bytes(act.leaf)))
        broken += [f"act {act.seq}: {what}" for what in _faults(act, tree.size)]
    return Audit(tree.size, tree.root().hex(), tuple(broken))


def _stream() -> Iterator[Act]:
    return Act.objects.order_by("seq").iterator(chunk_size=2000)


def _faults(act: Act, place: int) -> Iterator[str]:
    """What about an act does not agree with itself or with its place in the log."""
    if act.seq != place:
        yield f"stands at place {place}"
    if bytes(act.leaf_hash) != leaf_hash(bytes(act.leaf)):
        yield "leaf_hash is not the hash of leaf"
    committed = commitment(act.confidential, bytes(act.salt))
    said = leaf_of(
        seq=act.seq, at=act.at, kind=act.kind, subject=act.subject, public=act.public, committed=committed
    )
    if bytes(act.leaf) != said:
        yield "leaf does not say what the row says"
