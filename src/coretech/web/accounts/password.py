"""Choosing a password by the link that came by mail; whoever holds the link is whom the mail went to."""

from allauth.core.ratelimit import consume_or_429
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from coretech.apps.accounts.models import Account
from coretech.apps.accounts.operations import set_password
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.sending import attempt, done, draw, sent
from coretech.web.shell.sign_in_forms import LABELS, advice_on_length
from coretech.web.shell.words import both

_SET = Sentence("密碼已設定，請登入。", "The password is set. Sign in with it.")


class PasswordForm(forms.Form):
    """The new password, twice."""

    password1 = forms.CharField(
        label=LABELS["password1"],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=LABELS["password2"],
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: QueryDict | None, *, account: Account) -> None:
        """Say how long a password must be."""
        super().__init__(data)
        self._account = account
        self.fields["password1"].help_text = advice_on_length()

    def clean_password1(self) -> str:
        """A password that Django's validators let pass; what each of them finds is shown."""
        password = str(self.cleaned_data["password1"])
        validate_password(password, self._account)
        return password

    def clean(self) -> dict[str, object]:
        """The same password twice."""
        given: dict[str, object] = super().clean() or self.cleaned_data
        if "password1" in given and given["password1"] != given.get("password2"):
            different = both("兩次輸入的密碼不同。", "The two passwords differ.")
            self.add_error("password2", ValidationError(different))
        return given


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password_link(request: HttpRequest, link_key: str) -> HttpResponse:
    """The form behind a live link; every other link is answered in the same words."""
    if slowed := consume_or_429(request, action="reset_password_from_key"):
        return slowed
    by = acting(request)
    account = set_password.check(by, link_key).account
    form = PasswordForm(sent(request), account=account)
    if attempt(form, lambda: set_password.set_password(by, link_key, form.cleaned_data["password1"])):
        return done(request, _SET, "account_login")
    return draw(request, "accounts/password.jinja", {"form": form, "account": account}, form)
