"""Links that open one thing to whoever holds them: their secrets, of which the tables keep a hash alone."""

import base64
import hashlib

from django.utils.crypto import salted_hmac

LONGEST_SECRET = 64
_SALT = "coretech.link"


def secret_of(thing: str) -> str:
    """The secret part of the link to a thing: made again whenever a mail is, and from the database alone by nobody.

    It is an HMAC-SHA256 by the installation's secret key, in 43 characters that an address may hold.
    """
    digest = salted_hmac(_SALT, thing, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def hash_of(secret: str) -> str:
    """The SHA-256 of a secret, in hexadecimal: what is kept, and looked up by."""
    return hashlib.sha256(secret.encode()).hexdigest()
