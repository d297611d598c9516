"""Optimistic locking: a write says which version of the case it was decided on."""

import re

from django.http import HttpRequest

from coretech.api.schemas import Count, Given
from coretech.kit.refusal import bad_input

_OURS = re.compile(r'"([0-9]{1,9})"', re.ASCII)
NEVER = -1


class Seen(Given):
    """The case's lock as the writer saw it; the header If-Match says the same."""

    seen: Count | None = None


UNSEEN = Seen()


def etag(lock: int) -> str:
    """The lock as an entity tag."""
    return f'"{lock}"'


def seen_by(request: HttpRequest, given: Seen) -> int | None:
    """The version that was seen, or None where the writer does not say; a tag that is not ours never matches.

    Raises:
        Refused: (HTTP 422) where the header and the content differ.
    """
    header = request.headers.get("If-Match", "*").strip()
    if header == "*":
        return given.seen
    ours = _OURS.fullmatch(header)
    lock = int(ours[1]) if ours else NEVER
    if given.seen not in {None, lock}:
        raise bad_input("seen", "與標頭 If-Match 不一致。", "This is not what the header If-Match says.")
    return lock
