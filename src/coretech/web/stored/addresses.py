"""Which requests anybody's answer will do for: the register's public addresses, read without a session."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_OPEN = re.compile(
    r"/(?:en/)?(?:register/(?:\d+/(?:versions/\d+/)?|compare/|timeline/|embed/|export/[\w.-]+|feed\.atom)?|changes/)?"
    r"|/api/v1/register(?:/\d+(?:/versions)?|/diff)?"
)
_PERSONAL = frozenset({b"cookie", b"authorization"})
_TELLING = (b"host", b"accept", b"x-forwarded-proto")
"""All that an answer may depend on; whatever else a request says is not handed on to the drawing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An address as it was asked for: equal ones get equal answers, as long as nothing changes."""

    scheme: str
    path: str
    query: bytes
    headers: tuple[tuple[bytes, bytes], ...]


def asked_in(scope: Mapping[str, Any]) -> Asked | None:
    """What a request asks for, where anybody's answer will do; None for every other one."""
    if (
        scope["type"] != "http"
        or scope["method"] not in {"GET", "HEAD"}
        or not _OPEN.fullmatch(scope["path"])
    ):
        return None
    headers = scope["headers"]
    if any(name in _PERSONAL for name, _ in headers):
        return None
    telling = tuple(sorted((name, value) for name, value in headers if name in _TELLING))
    return Asked(scope.get("scheme", "http"), scope["path"], scope["query_string"], telling)
