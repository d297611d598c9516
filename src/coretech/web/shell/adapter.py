"""What allauth may do here: let existing accounts in, and never make one."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.shortcuts import redirect

from coretech.web.shell.words import both


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed, since the Office makes the accounts; errors are said in our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": both(
            "這個帳號已停用，請洽關鍵技術辦公室。", "This account is closed. Ask the Office."
        ),
        "enter_current_password": both("目前的密碼不正確。", "The current password is not correct."),
        "incorrect_password": both("密碼不正確。", "The password is not correct."),
        "invalid_password_reset": both(
            "重設連結無效或已使用過。", "The reset link is not valid or was used before."
        ),
        "rate_limited": both("請求過於頻繁，請稍候再試。", "Too many requests. Wait a little and try again."),
        "too_many_login_attempts": both(
            "登入失敗次數過多，請五分鐘後再試。", "Too many failed attempts. Try again in five minutes."
        ),
        "unknown_email": both("沒有使用這個電子郵件的帳號。", "No account uses this email address."),
        "username_password_mismatch": both(
            "帳號或密碼不正確。", "The account name or the password is not correct."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - nobody, whatever the request
        """Nobody signs up here."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Lets in whoever the issuer knows by the address of exactly one account, and nobody else."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect a first sign-in to the account with the same address, which the issuer must have verified."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        if not sociallogin.is_existing and (account := _account_of(sociallogin)):
            sociallogin.connect(request, account)


def _account_of(sociallogin: SocialLogin) -> AbstractUser | None:
    """The one active account that has a verified address of this sign-in."""
    verified = [address.email for address in sociallogin.email_addresses if address.verified]
    accounts = get_user_model().objects.filter(is_active=True)
    found = {account.pk: account for email in verified for account in accounts.filter(email__iexact=email)}
    return next(iter(found.values())) if len(found) == 1 else None
