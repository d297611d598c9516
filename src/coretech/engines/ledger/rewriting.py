"""JSON text as a database gives it back, brought to its canonical form (RFC 8785) at the standard library's speed.

An audit does this twice for every act. Python's encoder writes what RFC 8785 asks for, but for two things, and these
are left to ``rfc8785``: numbers with a fraction or an exponent, and names with characters beyond the first plane, which
RFC 8785 sorts as UTF-16. Many texts at once are read and written in one call each, several times faster.
"""

import json
import secrets
from collections.abc import Sequence
from typing import NoReturn

import rfc8785

UNREADABLE = (ValueError, RecursionError)
"""What `canonical_text` raises for text that no leaf can have come from."""

Told = tuple[object, str]
"""What JSON text tells, and its one canonical form."""

_BETWEEN = secrets.token_hex(16)  # stands between two values; nobody can have written it into one


class _SlowError(Exception):
    """The quick way might go wrong here."""


def _slow(_: str) -> NoReturn:
    raise _SlowError


_read = json.JSONDecoder(parse_float=_slow, parse_constant=_slow).decode
_write = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def canonical_text(text: str) -> Told:
    """The value that JSON text tells, and its one canonical form.

    An integer beyond 2**53, which RFC 8785 does not know and no leaf holds, is written as it is.

    Raises:
        ValueError: when the text is not JSON, or tells what RFC 8785 cannot.
        RecursionError: when it is nested too deeply to be read.
    """
    if _quick(text):
        try:
            value = _read(text)
        except _SlowError:
            pass
        else:
            return value, _write(value)
    value = json.loads(text)
    return value, rfc8785.dumps(value).decode("utf-8")


def canonical_texts(texts: Sequence[str]) -> list[Told | None]:
    """The same of many texts, each of which is JSON; None for one that `canonical_text` would not take."""
    joined = ",".join(texts)
    if _quick(joined):
        try:
            values = _read(f"[{joined}]")
            return list(zip(values, written(values), strict=True))
        except (_SlowError, *UNREADABLE):
            pass
    return [_told_or_none(text) for text in texts]


def written(values: Sequence[object]) -> list[str]:
    """Values as JSON, names sorted by code points: canonical save for fractions and names beyond plane 0."""
    if not values:
        return []
    between = [_BETWEEN] * (2 * len(values) - 1)
    between[::2] = values  # type: ignore[assignment]  # texts and values in turns
    return _write(between)[1:-1].split(f',"{_BETWEEN}",')


def _quick(text: str) -> bool:
    """Whether all characters are of the first plane, and none is written as an escape that may hide another."""
    return (
        text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
    ) and "\\u" not in text


def _told_or_none(text: str) -> Told | None:
    try:
        return canonical_text(text)
    except UNREADABLE:
        return None
