"""Cosignatures of witnesses below a head of the log (C2SP's cosignature/v1): when somebody outside saw it."""

import base64
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from coretech.engines.ledger.signing import key_id
from coretech.engines.ledger.verify import Key, ProofError, unbase64

COSIGNATURE = 4
ID_BYTES, TIME_BYTES, SIGNATURE_BYTES = 4, 8, 64
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+=*)")


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A signature line of a witness: by which key, and at what time, in seconds since 1970."""

    line: str
    name: str
    id: bytes
    time: int
    signature: bytes


def read_cosignature(line: str) -> Cosigned:
    """A line ``— name base64``, where the base64 holds the key's id, the time and the signature.

    Raises:
        ProofError: when it is anything else.
    """
    told = _LINE.fullmatch(line)
    if told is None:
        raise ProofError("not_a_proof")
    raw = unbase64(told[2], ID_BYTES + TIME_BYTES + SIGNATURE_BYTES)
    time, signature = raw[ID_BYTES : ID_BYTES + TIME_BYTES], raw[ID_BYTES + TIME_BYTES :]
    return Cosigned(line, told[1], raw[:ID_BYTES], int.from_bytes(time), signature)


def cosigned_by(cosigned: Cosigned, text: str, witness: Key) -> bool:
    """Whether this witness signed a head's text at the time the line tells."""
    name, own_id, public = witness
    if (cosigned.name, cosigned.id) != (name, own_id):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public[1:]).verify(
            cosigned.signature, _message(text, cosigned.time)
        )
    except InvalidSignature:
        return False
    return True


def cosign(name: str, seed: bytes, text: str, time: int) -> str:
    """The line by which a witness with this private key cosigns a head's text."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    own_id = key_id(name, private.public_key().public_bytes_raw(), COSIGNATURE)
    raw = own_id + time.to_bytes(TIME_BYTES) + private.sign(_message(text, time))
    return f"— {name} {base64.b64encode(raw).decode()}"


def _message(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()
