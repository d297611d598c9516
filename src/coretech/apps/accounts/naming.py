"""Account names and addresses: what can be one, and that no two accounts share one."""

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from coretech.apps.accounts.models import Account
from coretech.apps.audit.locks import hold
from coretech.kit.refusal import bad_input

LONGEST_NAME = 150
LONGEST_ADDRESS = 200
LANGUAGES = ("zh-hant", "en")


def free_username(username: str) -> str:
    """The name, where it can be an account's and nobody has it in any case of letters (HTTP 422 otherwise)."""
    hold("account-names")
    name = username.strip()
    if not _is_sound(name):
        raise bad_input(
            "username",
            f"帳號名稱只能用文字、數字與 @ . + - _，最多{LONGEST_NAME}字。",
            f"A name holds letters, digits and @ . + - _, {LONGEST_NAME} at most.",
        )
    if Account.objects.filter(username__iexact=name).exists():
        raise bad_input("username", "此帳號名稱已使用。", "That name is in use.")
    return name


def free_address(address: str, account: Account | None = None) -> str:
    """The address, where it can be written to and no other account has it (HTTP 422 otherwise).

    Single sign-on finds an account by its address, and so does a forgotten password.
    """
    hold("account-names")
    email = address.strip()
    try:
        validate_email(email)
    except ValidationError:
        email = ""
    if not email or len(email) > LONGEST_ADDRESS:
        raise bad_input(
            "email", "請填寫可用的電子郵件地址。", "Give an e-mail address that can be written to."
        )
    others = Account.objects.filter(email__iexact=email)
    if others.exclude(pk=account.pk if account else 0).exists():
        raise bad_input(
            "email",
            "另一個帳號使用這個電子郵件；每個帳號要有自己的地址。",
            "Another account has this address; each account needs its own.",
        )
    return email


def known_language(language: str) -> str:
    """The language, where pages and mails are written in it (HTTP 422 otherwise)."""
    if language not in LANGUAGES:
        raise bad_input("language", "請選擇 zh-hant 或 en。", "Choose zh-hant or en.")
    return language


def _is_sound(name: str) -> bool:
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        return False
    return 1 <= len(name) <= LONGEST_NAME
