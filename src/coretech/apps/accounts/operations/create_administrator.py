"""Making an administrator of accounts."""

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

_LONGEST_NAME = 150


def check(by: Acting) -> None:
    """Whether this person may make accounts."""
    allow(by, Action.MANAGE_ACCOUNTS)


@operation
def create_administrator(by: Acting, username: str, password: str) -> Act:
    """Make an account that manages accounts; it opens no case."""
    check(by)
    _refuse_bad(username, password)
    account = Account(username=username, is_superuser=True)
    account.set_password(password)
    account.save()
    return record(
        by,
        "accounts.administrator_created",
        f"account/{account.pk}",
        confidential={"username": username},
    )


def _refuse_bad(username: str, password: str) -> None:
    try:
        UnicodeUsernameValidator()(username)
    except ValidationError:
        username = ""
    if not 1 <= len(username) <= _LONGEST_NAME:
        raise bad_input(
            "username",
            "帳號名稱只能用文字、數字與 @ . + - _，最多150字。",
            "A name holds letters, digits and @ . + - _, 150 at most.",
        )
    if Account.objects.filter(username=username).exists():
        raise bad_input("username", "此帳號名稱已使用。", "That name is in use.")
    try:
        validate_password(password, Account(username=username))
    except ValidationError as error:
        raise bad_input(
            "password",
            "密碼至少12字，不可太常見或與帳號相似。",
            "A password has 12 characters or more, and is neither common nor like the name.",
        ) from error
