"""What of the log is published beside the newest head: its keys through time, and the heads that were given out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coretech.apps.audit.models import Act, Checkpoint, LogKey
from coretech.apps.audit.proving import ROTATED
from coretech.kit.refusal import not_found


@dataclass(frozen=True, slots=True)
class KeyTold:
    """A key and its time.

    Attributes:
        key: the key.
        next: the key that followed it; None of the one in use.
        vouched: whether the key before vouches for it; None of the first, which nobody can vouch for.
    """

    key: LogKey
    next: LogKey | None
    vouched: bool | None


def keys_through_time(keys: Sequence[LogKey]) -> list[KeyTold]:
    """The keys, oldest first as given, newest first as told, each with what followed it and what vouches for it."""
    rotations = Act.objects.filter(kind=ROTATED).values_list("subject", "public")
    vouched = {subject: not public["lost"] for subject, public in rotations}
    told = [
        KeyTold(key, following, vouched.get(f"log-key/{key.pk}"))
        for key, following in pairwise([*keys, None])
        if key is not None
    ]
    return told[::-1]


def last_heads(many: int) -> list[Checkpoint]:
    """The heads that were given out last, newest first, with the cosignatures under them."""
    heads = Checkpoint.objects.select_related("key").prefetch_related("cosignatures__witness")
    return list(heads.order_by("-size", "-pk")[:many])


def head_of_size(size: int) -> Checkpoint:
    """The head over so many acts, under the newest key that signed it (HTTP 404 where none was given out)."""
    head = Checkpoint.objects.filter(size=size).select_related("key").order_by("-pk").first()
    if head is None:
        raise not_found(f"沒有簽署過{size}筆的紀錄頭。", f"No head over {size} acts was given out.")
    return head
