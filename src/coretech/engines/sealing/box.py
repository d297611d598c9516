"""Sealing bytes with AES-256-GCM, bound to what they belong to.

A sealed value is a version mark, a fingerprint of the key, a random nonce, and the ciphertext with its tag (NIST SP
800-38D). Mark, fingerprint and the caller's context are authenticated with it: a value moved to another place, or
with one byte changed, does not open. Under one key at most 2**32 values may be sealed, the limit of random nonces.
"""

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from coretech.engines.sealing.errors import NotSealedError, OtherKeyError, TamperedError
from coretech.kit.sentence import Sentence

KEY_BYTES = 32
MARK = b"CTS\x01"
FINGERPRINT_BYTES = 8
NONCE_BYTES = 12
TAG_BYTES = 16
OVERHEAD = len(MARK) + FINGERPRINT_BYTES + NONCE_BYTES + TAG_BYTES
"""How many bytes longer a sealed value is than what is in it."""

_HEAD = len(MARK) + FINGERPRINT_BYTES


def seal(key: bytes, data: bytes, context: bytes) -> bytes:
    """The data sealed under a key of 32 bytes; it opens only with the same context, such as ``b"paper/3"``.

    Raises:
        ValueError: when the key has another length.
    """
    head = MARK + fingerprint(key)
    nonce = secrets.token_bytes(NONCE_BYTES)
    return head + nonce + AESGCM(key).encrypt(nonce, data, head + context)


def open_sealed(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """The data that was sealed under this key for this context.

    Raises:
        NotSealedError: when the bytes are no sealed value.
        OtherKeyError: when they were sealed under another key.
        TamperedError: when they, or the context, are not what they were.
        ValueError: when the key has another length than 32 bytes.
    """
    if len(sealed) < OVERHEAD or not sealed.startswith(MARK):
        raise NotSealedError(_NOT_SEALED)
    head, nonce, rest = sealed[:_HEAD], sealed[_HEAD : _HEAD + NONCE_BYTES], sealed[_HEAD + NONCE_BYTES :]
    if head != MARK + fingerprint(key):
        raise OtherKeyError(_OTHER_KEY)
    try:
        return AESGCM(key).decrypt(nonce, rest, head + context)
    except InvalidTag:
        raise TamperedError(_TAMPERED) from None


def fingerprint(key: bytes) -> bytes:
    """Eight bytes that tell keys apart without telling the key.

    Raises:
        ValueError: when the key has another length than 32 bytes.
    """
    if len(key) != KEY_BYTES:
        message = f"a key has {KEY_BYTES} bytes, not {len(key)}"
        raise ValueError(message)
    return hashlib.sha256(b"coretech key fingerprint\x00" + key).digest()[:FINGERPRINT_BYTES]


_NOT_SEALED = Sentence(
    "這份資料不是以本系統加密的格式，可能已損壞；請自備份還原。",
    "This is not in the form that this system seals things in; it may be damaged. Restore it from a backup.",
)
_OTHER_KEY = Sentence(
    "這份資料以另一把金鑰加密，目前的金鑰打不開；請還原原來的金鑰資料夾（CORETECH_KEYS）。",
    "This was sealed under another key than the one at hand. Restore the former folder of keys (CORETECH_KEYS).",
)
_TAMPERED = Sentence(
    "這份資料在加密後遭更動，或被移到別處，不予開啟；請自備份還原，並通知系統管理者。",
    "This was changed or moved after it was sealed, so it is not opened. "
    "Restore it from a backup and tell the administrator.",
)
