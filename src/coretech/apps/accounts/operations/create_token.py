"""Creating an API token."""

import datetime as dt
import hashlib
import secrets

from coretech.apps.accounts.models import Account, ApiToken
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

_LONGEST = 366


def new_secret() -> str:
    """A fresh token: 256 bits, with a prefix that scanners for leaked secrets can find."""
    return f"coretech_{secrets.token_urlsafe(32)}"


def digest_of(secret: str) -> str:
    """What is kept of a token: its SHA-256 in hex."""
    return hashlib.sha256(secret.encode()).hexdigest()


@operation
def create_token(by: Acting, secret: str, label: str, days: int = 90) -> Act:
    """Let a program act as the account for some days; the secret itself is not kept."""
    allow(by, Action.MANAGE_OWN_TOKENS)
    account = Account.objects.get(pk=by.account_id or 0)
    if not label.strip():
        raise bad_input("label", "請為權杖取一個名稱。", "Give the token a name.")
    if not 1 <= days <= _LONGEST:
        raise bad_input("days", f"效期請填1至{_LONGEST}日。", f"Give a life of 1 to {_LONGEST} days.")
    token = ApiToken.objects.create(
        account=account,
        label=label.strip()[:80],
        digest=digest_of(secret),
        created_at=by.at,
        expires_at=by.at + dt.timedelta(days=days),
    )
    return record(
        by, "accounts.token_created", f"token/{token.pk}", confidential={"label": token.label, "days": days}
    )
