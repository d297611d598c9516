"""What the holder of an account is told by mail, in the account's own language and without a password in it."""

import datetime as dt

from django.conf import settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.notices import Letter
from coretech.kit.clock import TAIPEI
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

LINK_PATH = "/accounts/password/"
SIGN_IN_PATH = "/account/login/"


def link_letter(account: Account, link_to: str, until: dt.datetime) -> Letter:
    """The mail with the link to set a password."""
    subject = Sentence("請設定您的 coretech 密碼", "Choose your coretech password")
    day = said(until.astimezone(TAIPEI).date())
    told = Sentence(
        f"您在國家核心關鍵技術系統的帳號是「{account.username}」。請在{day.zh}以前開啟下方連結，設定密碼後登入。"
        f"\n連結只能使用一次，僅供您本人使用，請勿轉寄。{_SINGLE.zh if settings.OIDC_ISSUER else ''}",
        f"Your account in the system of national core key technologies is “{account.username}”. "
        f"Open the link below before the end of {day.en}, choose a password, and sign in."
        f"\nThe link works once and is yours alone: please do not pass it on."
        f"{_SINGLE.en if settings.OIDC_ISSUER else ''}",
    )
    return Letter(account.pk, subject, LINK_PATH, text=_said(account, told.zh, told.en), link_to=link_to)


def told_letter(account: Account, subject: Sentence, told: Sentence, path: str = SIGN_IN_PATH) -> Letter:
    """A notice to the account, in its language."""
    return Letter(account.pk, subject, path, text=_said(account, told.zh, told.en))


def letter_to(address: str, subject: Sentence, told: Sentence) -> Letter:
    """The same to an address that is not, or no longer, the account's; nobody knows its reader's language."""
    return Letter(None, subject, SIGN_IN_PATH, text=f"{told.zh}\n\n{told.en}", address=address)


def _said(account: Account, zh: str, en: str) -> str:
    return en if account.language.startswith("en") else zh


_SINGLE = Sentence(
    "\n您也可以在登入頁使用單一登入，不必設定密碼。",
    "\nOr use single sign-on on the sign-in page; then you need no password.",
)
