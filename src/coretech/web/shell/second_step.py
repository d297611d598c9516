"""How the secrets of the second step are kept: encrypted, so that a copy of the database does not hold them."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings

from coretech.web.shell.words import both

PURPOSE = b"coretech second step "


class SecondStepAdapter(DefaultMFAAdapter):
    """Encrypts authenticator secrets and recovery codes under a key drawn from the installation's own."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": both(
            "兩步驟驗證目前不能停用。", "Two-step sign-in cannot be turned off now."
        ),
        "cannot_generate_recovery_codes": both(
            "請先啟用兩步驟驗證，再產生救援碼。", "Turn on two-step sign-in first, then make recovery codes."
        ),
        "incorrect_code": both(
            "驗證碼不正確，請輸入應用程式目前顯示的驗證碼。",
            "The code is not correct. Enter the one shown now.",
        ),
    }

    def encrypt(self, text: str) -> str:
        """The secret as the database keeps it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself.

        Raises:
            cryptography.fernet.InvalidToken: where the installation's key is not the one it was kept under.
        """
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()))
