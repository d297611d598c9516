"""One act as one leaf: canonical JSON (RFC 8785), its RFC 9162 hash, and commitments to what stays confidential."""

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

SALT_BYTES = 32


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one byte form of a JSON object (RFC 8785).

    Raises:
        ValueError: for a value that JSON cannot carry exactly (a NaN, an integer beyond 2**53, a foreign type).
    """
    try:
        return rfc8785.dumps(dict(value))
    except rfc8785.CanonicalizationError as error:
        message = f"not canonical JSON: {error}"
        raise ValueError(message) from error


def leaf_hash(leaf: bytes) -> bytes:
    """SHA-256 over a zero byte and the leaf (RFC 9162, 2.1.1): 32 bytes."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def commitment(confidential: Mapping[str, Any], salt: bytes) -> str:
    """A salted SHA-256 over confidential content, in hex: it binds without telling.

    Raises:
        ValueError: when the salt is not 32 bytes; a short one could be guessed.
    """
    if len(salt) != SALT_BYTES:
        message = f"the salt of a commitment has {SALT_BYTES} bytes, not {len(salt)}"
        raise ValueError(message)
    return hashlib.sha256(salt + canonical(confidential)).hexdigest()
