"""Making the holder of an account an administrator of accounts."""

from coretech.apps.accounts.letters import told_letter
from coretech.apps.accounts.locking import lock_account, require_reason, written
from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_SUBJECT = Sentence("您已成為 coretech 系統管理者", "You are now an administrator of coretech")
_TOLD = Sentence(
    "您現在可以開立、停用帳號並登錄職務。請啟用兩步驟驗證。",
    "You can now open and close accounts and enter postings. Please turn on two-step sign-in.",
)


def check(by: Acting, account: Account) -> None:
    """Whether this person may make administrators, and the account is an open one of somebody who is none."""
    allow(by, Action.MANAGE_ACCOUNTS)
    if not account.is_active:
        raise wrong_state("帳號已停用。", "The account is closed.")
    if account.is_superuser:
        raise wrong_state("已是系統管理者。", "This is an administrator already.")


@operation
def make_administrator(by: Acting, account_id: int, why: str, seen: int | None = None) -> Act:
    """Let the account manage accounts; it opens no case."""
    allow(by, Action.MANAGE_ACCOUNTS)
    account = lock_account(account_id, seen)
    check(by, account)
    reason = require_reason(why)
    account.is_superuser = True
    written(account, "is_superuser")
    act = record(by, "accounts.administrator_made", f"account/{account.pk}", why=reason)
    post(act, [told_letter(account, _SUBJECT, _TOLD)])
    return act
