"""Signatures in the manner of Standard Webhooks 1.0: HMAC-SHA256 over the call's id, its moment and its body."""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import secrets

PREFIX = "whsec_"
_BYTES = 32


def new_secret() -> str:
    """A fresh secret of 256 bits, in the form that the libraries of the specification take."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode("ascii")


def headers_of(secret: str, call: str, at: dt.datetime, body: bytes) -> dict[str, str]:
    """The three headers of a call; its id is the same for every try, its moment is that of the try."""
    moment = str(int(at.timestamp()))
    return {
        "webhook-id": call,
        "webhook-timestamp": moment,
        "webhook-signature": signature_of(secret, call, moment, body),
    }


def signature_of(secret: str, call: str, moment: str, body: bytes) -> str:
    """The signature as it stands in the header.

    Raises:
        ValueError: for a secret that is not in the form of `new_secret`.
    """
    if not secret.startswith(PREFIX):
        message = f"a secret begins with {PREFIX}"
        raise ValueError(message)
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        message = "a secret is base64"
        raise ValueError(message) from None
    digest = hmac.digest(key, f"{call}.{moment}.".encode() + body, hashlib.sha256)
    return f"v1,{base64.b64encode(digest).decode('ascii')}"
