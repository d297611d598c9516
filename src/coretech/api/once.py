"""The header Idempotency-Key: the same request sent twice is done once."""

import hashlib
import re

from django.http import HttpRequest

from coretech.apps.accounts.models import Account
from coretech.apps.audit.queries import key_used_otherwise
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

HEADER = "Idempotency-Key"
FORM = r"^[\x21-\x7e]{1,255}$"
UNSAFE = frozenset({"POST", "PUT"})


def once_key(request: HttpRequest, account: Account | None) -> str:
    """What the operation remembers the request by: the key, and a fingerprint of what was asked.

    The public shares no account, so a key alone must never make one stranger's request another's.

    Raises:
        Refused: (HTTP 422) for a key of another form, or one the account used before for something else.
    """
    key = request.headers.get(HEADER)
    if key is None or request.method not in UNSAFE:
        return ""
    if not re.fullmatch(FORM, key):
        raise bad_input(
            HEADER,
            "請給1至255個可見的 ASCII 字元，例如一個 UUID。",
            "Give 1 to 255 visible ASCII characters, such as a UUID.",
        )
    asked = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    prefix, fingerprint = _digest(key.encode()), _digest(asked)
    if account is not None and key_used_otherwise(account.pk, f"{prefix}.", fingerprint):
        raise Refused(_USED, status=422, field=HEADER)
    return f"{prefix}.{fingerprint}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


_USED = Sentence(
    "這個鍵已用於另一項請求；新的請求請換一個鍵。",
    "That key was used for another request; give a new request a new key.",
)
