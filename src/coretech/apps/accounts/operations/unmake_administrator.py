"""Taking the power over accounts back from an administrator."""

from coretech.apps.accounts.letters import told_letter
from coretech.apps.accounts.locking import (
    lock_account,
    require_administrator_left,
    require_another,
    require_reason,
    written,
)
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

_SUBJECT = Sentence("您不再是 coretech 系統管理者", "You are no longer an administrator of coretech")
_TOLD = Sentence(
    "您的帳號仍可登入，但不能再管理帳號與職務。",
    "Your account still signs in, and manages accounts and postings no longer.",
)


def check(by: Acting, account: Account) -> None:
    """Whether this person may, and the account is an administrator's, neither the own nor the last."""
    allow(by, Action.MANAGE_ACCOUNTS)
    if not account.is_superuser:
        raise wrong_state("不是系統管理者。", "This is no administrator.")
    require_another(by, account)
    require_administrator_left(account)


@operation
def unmake_administrator(by: Acting, account_id: int, why: str, seen: int | None = None) -> Act:
    """Leave the account what its seats and posts give it, and nothing more."""
    allow(by, Action.MANAGE_ACCOUNTS)
    account = lock_account(account_id, seen)
    check(by, account)
    reason = require_reason(why)
    account.is_superuser = False
    written(account, "is_superuser")
    act = record(by, "accounts.administrator_unmade", f"account/{account.pk}", why=reason)
    post(act, [told_letter(account, _SUBJECT, _TOLD)])
    return act
