"""Closing an account: nobody signs in with it any more; what it did stays."""

from coretech.apps.accounts.letters import letter_to
from coretech.apps.accounts.locking import (
    lock_account,
    require_administrator_left,
    require_another,
    require_reason,
    written,
)
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.password_links import end_links
from coretech.apps.accounts.sign_in import end_sessions, revoke_tokens
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

_SUBJECT = Sentence("您的 coretech 帳號已停用", "Your coretech account is closed")
_TOLD = Sentence(
    "系統管理者已停用您的帳號，您已被登出，存取權杖也已失效。若有疑問，請洽系統管理者。",
    "An administrator has closed your account. You are signed out, and its tokens no longer work. "
    "If you have questions, ask an administrator.",
)


def check(by: Acting, account: Account) -> None:
    """Whether this person may close the account, it is open, and it is neither the own nor the last administrator's."""
    allow(by, Action.MANAGE_ACCOUNTS)
    if not account.is_active:
        raise wrong_state("這個帳號已經停用。", "This account is closed already.")
    require_another(by, account)
    require_administrator_left(account)


@operation
def close_account(by: Acting, account_id: int, why: str, seen: int | None = None) -> Act:
    """Close the account: sessions end, tokens and links stop; posts, seats and leave by name stay on record."""
    allow(by, Action.MANAGE_ACCOUNTS)
    account = lock_account(account_id, seen)
    check(by, account)
    reason = require_reason(why)
    account.is_active = False
    written(account, "is_active")
    ended = {
        "sessions": end_sessions(account),
        "tokens": revoke_tokens(account, by.at),
        "link": end_links(account, by.at),
    }
    act = record(by, "accounts.closed", f"account/{account.pk}", confidential=ended, why=reason)
    post(act, [letter_to(account.email, _SUBJECT, _TOLD)] if account.email else [])
    return act
