"""allauth's forms with our labels; what they do is allauth's."""

from allauth.account import forms as account
from allauth.mfa.base import forms as second
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import MinimumLengthValidator, get_default_password_validators

from coretech.web.shell.words import both, tr

LABELS = {
    "login": both("帳號", "Account name"),
    "password": both("密碼", "Password"),
    "oldpassword": both("目前的密碼", "Current password"),
    "password1": both("新密碼", "New password"),
    "password2": both("再輸入一次新密碼", "New password again"),
    "email": both("電子郵件", "Email address"),
    "code": both("驗證碼", "Code"),
}


def advice_on_length() -> str:
    """How long a new password must be, as the settings have it; nothing where they ask for no length."""
    lengths = (
        each.min_length
        for each in get_default_password_validators()
        if isinstance(each, MinimumLengthValidator)
    )
    return next((tr(f"至少{length}個字元。", f"At least {length} characters.") for length in lengths), "")


class Labelled(forms.Form):
    """Gives the fields our labels and hints."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Build the form as allauth does, then name its fields."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # allauth's forms each take their own arguments
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = advice_on_length() if name == "password1" else ""


class SignIn(Labelled, account.LoginForm):
    """Account name and password."""


class ChangePassword(Labelled, account.ChangePasswordForm):
    """The current password and a new one."""


class SetPassword(Labelled, account.SetPasswordForm):
    """A first password for an account that has none."""


class AskForReset(Labelled, account.ResetPasswordForm):
    """The address the reset link goes to."""


class ResetPassword(Labelled, account.ResetPasswordKeyForm):
    """A new password, by the link that was sent."""


class ConfirmPassword(Labelled, account.ReauthenticateForm):
    """The password again, before something sensitive."""


class SecondStep(Labelled, second.AuthenticateForm):
    """The code at sign-in."""


class ConfirmCode(Labelled, second.ReauthenticateForm):
    """The code again, before something sensitive."""


class ActivateApp(Labelled, totp.ActivateTOTPForm):
    """The first code of an authenticator app."""
