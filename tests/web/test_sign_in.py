"""Signing in: the pages, what they refuse, two steps, single sign-on."""

import base64
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from tests.web.test_shell import INLINE

pytestmark = [pytest.mark.urls("tests.web.shell_pages"), pytest.mark.django_db]

PASSWORD = "correct horse battery"  # noqa: S105 - a test's own account
NEW_PASSWORD = "another horse entirely"  # noqa: S105 - the same
LOGIN = {"login": "signer", "password": PASSWORD}
OPEN_PAGES = [
    "account/login/",
    "account/signup/",
    "account/inactive/",
    "account/password/reset/",
    "account/password/reset/done/",
    "account/password/reset/key/1-none/",
    "account/password/reset/key/done/",
    "account/sso/cancelled/",
]
OWN_PAGES = ["account/2fa/", "account/password/change/", "account/reauthenticate/", "account/logout/"]
SECURED_PAGES = [
    "account/2fa/reauthenticate/",
    "account/2fa/totp/deactivate/",
    "account/2fa/recovery-codes/",
    "account/2fa/recovery-codes/generate/",
]


@pytest.fixture(autouse=True)
def _no_memory_of_attempts() -> None:
    cache.clear()


@pytest.fixture
def account() -> Account:
    return Account.objects.create_user("signer", "signer@example.tw", PASSWORD)


@pytest.fixture
def inside(client: Client, account: Account) -> Client:  # noqa: ARG001 - it must exist
    assert client.post("/account/login/", LOGIN).status_code == 302
    return client


@pytest.fixture
def secured(inside: Client, settings: Settings) -> tuple[Client, TOTP]:
    """Signed in with two steps turned on, and the phone that shows the codes."""
    settings.MFA_TOTP_TOLERANCE = 1
    inside.post("/account/reauthenticate/", {"password": PASSWORD})
    page = inside.get("/account/2fa/totp/activate/").text
    secret = re.search(r'ct-code">([A-Z2-7]+)<', page)
    assert secret is not None
    phone = TOTP(base64.b32decode(secret[1]), 6, SHA1(), 30, enforce_key_length=False)  # noqa: S303 - as RFC 6238 has it
    inside.post("/account/2fa/totp/activate/", {"code": code_of(phone)})
    return inside, phone


def code_of(phone: TOTP) -> str:
    return phone.generate(int(time.time())).decode()


def looks_like_ours(text: str, language: str) -> bool:
    return f'<html lang="{language}"' in text and "ct-header" in text and not INLINE.search(text)


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_every_page_of_signing_in_is_ours_in_both_languages(client: Client, path: str) -> None:
    assert looks_like_ours(client.get(f"/{path}").text, "zh-Hant-TW")
    assert looks_like_ours(client.get(f"/en/{path}").text, "en")


@pytest.mark.parametrize("path", OWN_PAGES)
def test_every_page_of_an_account_is_ours_in_both_languages(inside: Client, path: str) -> None:
    assert looks_like_ours(inside.get(f"/{path}").text, "zh-Hant-TW")
    assert looks_like_ours(inside.get(f"/en/{path}").text, "en")


@pytest.mark.parametrize("path", SECURED_PAGES)
def test_every_page_of_the_second_step_is_ours(secured: tuple[Client, TOTP], path: str) -> None:
    inside, _phone = secured
    assert looks_like_ours(inside.get(f"/{path}").text, "zh-Hant-TW")
    assert looks_like_ours(inside.get(f"/en/{path}").text, "en")


def test_signing_in_leads_where_the_reader_was_going(client: Client, account: Account) -> None:
    page = client.get("/account/login/?next=/cases/1/").text
    assert '<input type="hidden" name="next" value="/cases/1/">' in page
    answer = client.post("/account/login/", LOGIN | {"next": "/cases/1/"})
    assert answer.headers["Location"] == "/cases/1/"
    shown = client.get("/cases/1/").text
    assert account.username in shown
    assert "您已登入。" in shown
    assert "案件" in shown


@pytest.mark.usefixtures("account")
def test_signing_in_never_leads_to_another_site(client: Client) -> None:
    answer = client.post("/account/login/", LOGIN | {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/work/"


def test_a_wrong_password_is_told_without_telling_which_was_wrong(client: Client, account: Account) -> None:
    told = "帳號或密碼不正確。"
    assert told in client.post("/account/login/", LOGIN | {"password": "x"}).text
    assert told in client.post("/account/login/", {"login": f"not-{account}", "password": "x"}).text
    assert "is not correct" in client.post("/en/account/login/", LOGIN | {"password": "x"}).text


def test_an_empty_sign_in_names_both_fields(client: Client) -> None:
    text = client.post("/account/login/", {}).text
    assert '<a href="#id_login">請填寫「帳號」。</a>' in re.sub(r"\s+<", "<", re.sub(r">\s+", ">", text))
    assert "請填寫「密碼」。" in text


def test_a_closed_account_does_not_open(client: Client, account: Account) -> None:
    account.is_active = False
    account.save()
    client.post("/account/login/", LOGIN)
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client: Client) -> None:
    answer = client.post(
        "/account/signup/", {"username": "stranger", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    )
    assert "不開放自行註冊" in answer.text
    assert not Account.objects.filter(username="stranger").exists()


def test_signing_out_takes_a_press_of_the_button(inside: Client) -> None:
    assert "確定要登出嗎" in inside.get("/account/logout/").text
    assert "_auth_user_id" in inside.session
    inside.post("/account/logout/")
    assert "_auth_user_id" not in inside.session


def test_a_new_password_must_be_long_and_said_twice(inside: Client) -> None:
    form = {"oldpassword": PASSWORD, "password1": "short", "password2": "short"}
    assert "密碼過短，至少要12個字元。" in inside.post("/account/password/change/", form).text
    good = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    inside.post("/account/password/change/", good)
    assert Account.objects.get(demo=False).check_password(NEW_PASSWORD)


def test_a_forgotten_password_is_reset_by_mail(client: Client, account: Account) -> None:
    client.post("/en/account/password/reset/", {"email": account.email})
    (message,) = mail.outbox
    assert message.subject == "Reset your coretech password"
    assert "Account name: signer" in message.body
    link = re.search(r"https?://testserver(/en/\S+)", str(message.body))
    assert link is not None
    form = client.get(link[1], follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    account.refresh_from_db()
    assert account.check_password(NEW_PASSWORD)


def test_a_reset_for_an_unknown_address_sends_nothing_and_says_the_same(client: Client) -> None:
    answer = client.post("/account/password/reset/", {"email": "nobody@example.tw"}, follow=True)
    assert mail.outbox == []
    assert "請查看電子郵件" in answer.text


def test_the_second_step_asks_for_a_code_at_sign_in(secured: tuple[Client, TOTP]) -> None:
    client, phone = secured
    client.post("/account/logout/")
    client.post("/account/login/", LOGIN)
    assert "_auth_user_id" not in client.session
    assert "輸入驗證碼" in client.get("/account/2fa/authenticate/").text
    assert "驗證碼不正確" in client.post("/account/2fa/authenticate/", {"code": "000000"}).text
    client.post("/account/2fa/authenticate/", {"code": code_of(phone)})
    assert "_auth_user_id" in client.session


def test_a_recovery_code_stands_in_for_the_phone_once(secured: tuple[Client, TOTP]) -> None:
    client, _phone = secured
    codes = client.get("/account/2fa/recovery-codes/download/").text.split()
    assert len(codes) == 10
    for enters in (True, False):
        client.post("/account/logout/")
        client.post("/account/login/", LOGIN)
        client.post("/account/2fa/authenticate/", {"code": codes[0]})
        assert ("_auth_user_id" in client.session) is enters


def test_the_database_does_not_hold_the_secrets_themselves(secured: tuple[Client, TOTP]) -> None:
    _client, phone = secured
    secret = re.search(r"secret=([A-Z2-7]+)", phone.get_provisioning_uri("signer", None))
    assert secret is not None
    assert secret[1] not in str([*Authenticator.objects.values_list("data", flat=True)])


@pytest.mark.usefixtures("account")
def test_too_many_attempts_are_stopped_in_words(client: Client) -> None:
    answers = [client.post("/account/login/", LOGIN | {"password": "x"}) for _ in range(6)]
    assert "登入失敗次數過多" in answers[-1].text
