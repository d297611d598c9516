"""Opening a closed account again."""

from coretech.apps.accounts.letters import told_letter
from coretech.apps.accounts.locking import lock_account, require_reason, written
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.naming import free_address
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_SUBJECT = Sentence("您的 coretech 帳號已重新開通", "Your coretech account is open again")
_TOLD = Sentence(
    "系統管理者已重新開通您的帳號。請以原來的密碼登入；忘記密碼時，可在登入頁重設。",
    "An administrator has opened your account again. Sign in with the password you had; "
    "if you have forgotten it, reset it on the sign-in page.",
)


def check(by: Acting, account: Account) -> None:
    """Whether this person may open the account again, and it is closed."""
    allow(by, Action.MANAGE_ACCOUNTS)
    if account.is_active:
        raise wrong_state("這個帳號沒有停用。", "This account is not closed.")


@operation
def reopen_account(by: Acting, account_id: int, why: str, seen: int | None = None) -> Act:
    """Let the account sign in again; tokens and links that ended stay ended."""
    allow(by, Action.MANAGE_ACCOUNTS)
    account = lock_account(account_id, seen)
    check(by, account)
    reason = require_reason(why)
    if account.email:
        free_address(account.email, account)
    account.is_active = True
    written(account, "is_active")
    act = record(by, "accounts.reopened", f"account/{account.pk}", why=reason)
    post(act, [told_letter(account, _SUBJECT, _TOLD)])
    return act
