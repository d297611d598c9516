"""An account's row, locked for a write, and what may be done to no account at all."""

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.kit.refusal import Refused, bad_input, not_found, wrong_state

_LARGEST = 2**63 - 1


def lock_account(account_id: int, seen: int | None = None) -> Account:
    """The account, its row locked until the transaction ends.

    Raises:
        Refused: 404 where there is none; 409 where somebody wrote to it after the caller saw version ``seen``.
    """
    account = Account.objects.select_for_update().filter(pk=min(account_id, _LARGEST)).first()
    if account is None:
        raise no_such_account()
    if seen is not None and seen != account.lock:
        raise wrong_state(
            "您開啟本頁之後，已有人更動這個帳號；請重新載入，確認現況後再辦理。",
            "Somebody has changed this account since you opened the page; reload it, look, and decide again.",
        )
    return account


def written(account: Account, *fields: str) -> None:
    """Save the fields and count the write."""
    account.lock += 1
    account.save(update_fields=[*fields, "lock"])


def require_another(by: Acting, account: Account) -> None:
    """Refuse (HTTP 409) what nobody does to the own account."""
    if account.pk == by.account_id:
        raise wrong_state(
            "不能對自己的帳號這樣做，請由另一位系統管理者辦理。",
            "Nobody does this to the own account; ask another administrator.",
        )


def require_administrator_left(account: Account) -> None:
    """Refuse (HTTP 409) to lose the last administrator; two who would lose each other wait in line."""
    hold("administrators")
    others = Account.objects.filter(is_superuser=True, is_active=True).exclude(pk=account.pk)
    if account.is_superuser and account.is_active and not others.exists():
        raise wrong_state(
            "這是最後一位系統管理者；請先設定另一位。",
            "This is the last administrator; make another one first.",
        )


def require_reason(why: str) -> str:
    """The reason, where one is given in at most 300 characters (HTTP 422 otherwise)."""
    reason = why.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise bad_input(
            "why",
            f"請說明理由（{LONGEST_REASON}字以內）。",
            f"Say why, in {LONGEST_REASON} characters at most.",
        )
    return reason


LONGEST_REASON = 300


def no_such_account() -> Refused:
    """The refusal for an account that is not there."""
    return not_found("沒有這個帳號。", "There is no such account.")
