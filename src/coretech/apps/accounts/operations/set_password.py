"""Setting a password by the link that came by mail."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from coretech.apps.accounts.locking import lock_account
from coretech.apps.accounts.models import Account, PasswordLink
from coretech.apps.accounts.password_links import live_link
from coretech.apps.accounts.sign_in import end_sessions
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.kit.refusal import bad_input


def check(by: Acting, secret: str) -> PasswordLink:
    """The link, while it can be used; whoever holds it is whom the mail went to."""
    return live_link(secret, by.at)


@operation
def set_password(by: Acting, secret: str, password: str) -> Act:
    """Set the account's password, use the link up, and sign the account out wherever it was signed in."""
    account = lock_account(check(by, secret).account_id)
    link = check(by, secret)
    _require_strong(password, account)
    link.used_at = by.at
    link.save(update_fields=["used_at"])
    account.set_password(password)
    account.save(update_fields=["password"])
    end_sessions(account)
    return record(by, "accounts.password_set", f"account/{account.pk}", confidential={"link": link.number})


def _require_strong(password: str, account: Account) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise bad_input(
            "password1",
            "密碼至少12字，不可太常見或與帳號資料相似。",
            "A password has 12 characters or more, and is neither common nor like the account's data.",
        ) from error
