"""Bodies with the headers they are sent with, and the shelf they stand on."""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

Headers = Sequence[tuple[bytes, bytes]]

ROOM = 64 * 1024 * 1024
"""Bytes that all bodies of a process may take; the one longest unasked for makes room."""
_VARY = (b"Accept-Encoding", b"Cookie", b"Authorization")
_SMALL = 500
_LEVEL = 6
_PACKED = (b"text/", b"application/json", b"application/ld+json", b"application/atom+xml")
_OF_THE_BYTES = frozenset({b"content-type", b"content-language", b"content-disposition"})
"""Headers that are left out where no bytes are sent."""
_OWN = frozenset({b"content-length", b"etag", b"vary", b"cache-control"})


class Body:
    """What was drawn for an address: the same bytes, headers and strong ETags for everybody, packed once."""

    def __init__(self, headers: Headers, content: bytes) -> None:
        """Keep the drawing; where it says nothing of caches, they are to ask each time whether it is still the one."""
        given = dict(headers)
        self.content = content
        self._mark = given.get(b"etag", b"").strip(b'"') or hashlib.sha256(content).hexdigest().encode()
        vary = b", ".join(dict.fromkeys((*filter(None, given.get(b"vary", b"").split(b", ")), *_VARY)))
        caching = given.get(b"cache-control", b"no-cache")
        self._headers = [
            *((name, value) for name, value in headers if name not in _OWN),
            *((b"vary", vary), (b"cache-control", caching)),
        ]
        kind = given.get(b"content-type", b"")
        self._packs = len(content) > _SMALL and kind.startswith(_PACKED)

    @cached_property
    def packed(self) -> bytes:
        """The bytes packed with gzip, always the same ones."""
        return gzip.compress(self.content, _LEVEL, mtime=0)

    def answer(self, accepted: bytes, known: bytes) -> "Answer":
        """What to send to whoever accepts these encodings and knows these ETags: the body, or that it is unchanged."""
        packed = self._packs and b"gzip" in accepted
        etag = b'"%b%b"' % (self._mark, b"-gzip" if packed else b"")
        headers = [*self._headers, (b"etag", etag)]
        if etag in {each.strip().removeprefix(b"W/") for each in known.split(b",")} or known.strip() == b"*":
            unchanged = [pair for pair in headers if pair[0] not in _OF_THE_BYTES]
            return Answer(HTTPStatus.NOT_MODIFIED, unchanged, b"")
        content = self.packed if packed else self.content
        encoding = [(b"content-encoding", b"gzip")] if packed else []
        length = (b"content-length", b"%d" % len(content))
        return Answer(HTTPStatus.OK, [*headers, *encoding, length], content)


@dataclass(frozen=True, slots=True)
class Answer:
    """Ready to be sent."""

    status: int
    headers: Headers
    content: bytes


class Shelf:
    """The bodies of one version of the register; those of the version before go at once."""

    def __init__(self, room: int = ROOM) -> None:
        """Nothing stands on it."""
        self._room, self._taken = room, 0
        self._version: Hashable = None
        self._bodies: OrderedDict[Hashable, Body] = OrderedDict()

    def find(self, version: Hashable, key: Hashable) -> Body | None:
        """The body of a key, where it was drawn at this version."""
        if version != self._version or (body := self._bodies.get(key)) is None:
            return None
        self._bodies.move_to_end(key)
        return body

    def put(self, version: Hashable, key: Hashable, body: Body) -> None:
        """Keep a body that was drawn after this version was read."""
        if version != self._version:
            self._version, self._taken = version, 0
            self._bodies.clear()
        self._taken += len(body.content) - self._size(self._bodies.pop(key, None))
        self._bodies[key] = body
        while self._taken > self._room:
            _, oldest = self._bodies.popitem(last=False)
            self._taken -= len(oldest.content)

    def __len__(self) -> int:
        """How many bodies there are."""
        return len(self._bodies)

    def _size(self, body: Body | None) -> int:
        return 0 if body is None else len(body.content)


def may_be_kept(status: int, headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether an answer is for everybody: found, not marked as somebody's own, and setting no cookie."""
    given = dict(headers)
    own = any(word in given.get(b"cache-control", b"") for word in (b"no-store", b"private"))
    return status == HTTPStatus.OK and b"set-cookie" not in given and not own
