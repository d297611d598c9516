"""Keys that sign heads of the log, and the heads they sign, in C2SP's signed-note and tlog-checkpoint forms.

What is signed here is read by `coretech.engines.ledger.verify`.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coretech.engines.ledger.verify import ED25519, KEY_BYTES, unbase64

SEED_BYTES = 32
_PRIVATE = re.compile(r"PRIVATE\+KEY\+([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})\n?")


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key of 32 bytes, with the name it signs under: the log's origin."""

    name: str
    seed: bytes

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The key that a file of `as_text` holds.

        Raises:
            ValueError: when it holds anything else.
        """
        told = _PRIVATE.fullmatch(text)
        signer = None if told is None else cls(told[1], unbase64(told[2], KEY_BYTES)[1:])
        if signer is None or signer.as_text().strip() != text.strip():
            message = "no private key"
            raise ValueError(message)
        return signer

    def as_text(self) -> str:
        """The private half, for a file: ``PRIVATE+KEY+name+id+base64``."""
        return f"PRIVATE+KEY+{self.name}+{self.id.hex()}+{_base64(bytes([ED25519]) + self.seed)}\n"

    @property
    def verifier(self) -> str:
        """The public half: ``name+id+base64``."""
        return verifier_of(self.name, self.public)

    @property
    def id(self) -> bytes:
        """The four bytes by which its signatures are told apart."""
        return key_id(self.name, self.public)

    def sign(self, text: str) -> str:
        """The line that stands below a text which this key has signed."""
        signature = Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())
        return f"— {self.name} {_base64(self.id + signature)}\n"

    @property
    def public(self) -> bytes:
        """The public half alone: 32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()


def key_id(name: str, public: bytes, kind: int = ED25519) -> bytes:
    """The four bytes that tell a key apart: of the hash over its name, a line's end, its kind and the key."""
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def verifier_of(name: str, public: bytes, kind: int = ED25519) -> str:
    """A public key as it is published."""
    return f"{name}+{key_id(name, public, kind).hex()}+{_base64(bytes([kind]) + public)}"


def checkpoint_text(origin: str, size: int, root: bytes) -> str:
    """What is signed of a head: the log's origin, how many leaves, and the root over them, a line each."""
    return f"{origin}\n{size}\n{_base64(root)}\n"


def checkpoint_note(text: str, *signers: Signer) -> str:
    """The text with the signatures below it: a signed note."""
    return f"{text}\n{''.join(signer.sign(text) for signer in signers)}"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
