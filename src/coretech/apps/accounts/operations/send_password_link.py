"""Sending somebody a new link to set a password."""

from coretech.apps.accounts.locking import lock_account, written
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.password_links import make_link, send_link
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, account: Account) -> None:
    """Whether this person may send a link, and the account can be written to and used."""
    allow(by, Action.MANAGE_ACCOUNTS)
    if not account.is_active:
        raise wrong_state(
            "帳號已停用，請先重新開通。", "The account is closed; open it again before sending a link."
        )
    if not account.email:
        raise wrong_state(
            "帳號沒有電子郵件，請先填寫。", "The account has no e-mail address; enter one first."
        )


@operation
def send_password_link(by: Acting, account_id: int, seen: int | None = None) -> Act:
    """Send a link that works once within 7 days; earlier ones open nothing any more."""
    allow(by, Action.MANAGE_ACCOUNTS)
    account = lock_account(account_id, seen)
    check(by, account)
    written(account)
    link = make_link(account, by.at)
    act = record(
        by,
        "accounts.link_sent",
        f"account/{account.pk}",
        confidential={"email": account.email, "link": link.number},
    )
    send_link(act, link)
    return act
