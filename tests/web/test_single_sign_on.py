"""Single sign-on, against an issuer that really answers: it opens existing accounts and makes none."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from tests.web.issuer import CLIENT, SECRET, Issuer, running

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = [pytest.mark.urls("tests.web.shell_pages"), pytest.mark.django_db]

LOGIN = "/account/oidc/sso/login/"
PASSWORD = "correct horse battery"  # noqa: S105 - a test's own account
SignIn = Callable[..., "Answer"]


@pytest.fixture
def account() -> Account:
    return Account.objects.create_user("signer", "signer@example.tw", PASSWORD)


@pytest.fixture
def issuer(settings: Settings) -> Iterator[Issuer]:
    person = {"sub": "person-1", "email": "Signer@example.tw", "email_verified": True}
    with running(Issuer(person)) as started:
        app = {"provider_id": "sso", "name": "機關單一登入", "client_id": CLIENT, "secret": SECRET}
        apps = [app | {"settings": {"server_url": started.address}}]
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}
        yield started


@pytest.fixture
def sign_in(client: Client, issuer: Issuer) -> SignIn:
    """Go to the issuer and come back, as the browser does."""

    def go(process: str = "login") -> "Answer":
        leaving = client.post(f"{LOGIN}?process={process}&next=/cases/").headers["Location"]
        asked = {name: value[0] for name, value in parse_qs(urlsplit(leaving).query).items()}
        assert leaving.startswith(f"{issuer.address}/authorization")
        assert asked["code_challenge_method"] == "S256"
        issuer.challenge = asked["code_challenge"]
        return client.get(f"{LOGIN}callback/", {"code": "once", "state": asked["state"]})

    return go


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.usefixtures("issuer")
def test_the_sign_in_page_offers_the_issuer(client: Client) -> None:
    page = client.get("/account/login/?next=/cases/").text
    assert "以「機關單一登入」登入" in page
    assert f'action="{LOGIN}?process=login&amp;next=%2Fcases%2F"' in page


def test_without_an_issuer_nothing_is_offered(client: Client) -> None:
    assert "oidc" not in client.get("/account/login/").text
    assert client.post(LOGIN).status_code == 404


@pytest.mark.usefixtures("issuer")
def test_a_link_alone_does_not_start_it(client: Client) -> None:
    assert "接下來會到該系統確認您的身分。" in client.get(LOGIN).text


def test_the_verified_address_opens_the_account_that_has_it(
    client: Client, account: Account, sign_in: SignIn
) -> None:
    assert sign_in().headers["Location"] == "/cases/"
    assert signed_in(client)
    assert SocialAccount.objects.get().user == account
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_once_connected_the_address_may_change(
    client: Client, account: Account, issuer: Issuer, sign_in: SignIn
) -> None:
    sign_in()
    client.post("/account/logout/")
    issuer.person["email"] = "moved@example.tw"
    sign_in()
    assert client.session["_auth_user_id"] == str(account.pk)


@pytest.mark.parametrize(
    "changed", [{"email_verified": False}, {"email": "other@example.tw"}, {"email": None}]
)
def test_a_stranger_is_told_whom_to_ask_and_gets_no_account(
    client: Client, account: Account, issuer: Issuer, sign_in: SignIn, changed: dict[str, object]
) -> None:
    issuer.person.update(changed)
    assert "尚未登記在任何帳號" in sign_in().text
    assert not signed_in(client)
    assert [*Account.objects.filter(demo=False)] == [account]


def test_an_address_of_two_accounts_opens_neither(client: Client, account: Account, sign_in: SignIn) -> None:
    Account.objects.create_user("signer-2", account.email, PASSWORD)
    sign_in()
    assert not signed_in(client)


def test_a_closed_account_stays_closed(client: Client, account: Account, sign_in: SignIn) -> None:
    account.is_active = False
    account.save()
    sign_in()
    assert not signed_in(client)


@pytest.mark.usefixtures("account")
def test_a_code_taken_from_another_browser_opens_nothing(client: Client, sign_in: SignIn) -> None:
    sign_in()
    client.post("/account/logout/")
    thief = Client()
    answer = thief.get(f"{LOGIN}callback/", {"code": "once", "state": "guessed"})
    assert "單一登入沒有成功" in answer.text
    assert not signed_in(thief)


def test_an_account_signed_in_cannot_be_joined_to_another_identity(
    client: Client, account: Account, sign_in: SignIn
) -> None:
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    sign_in("connect")
    assert SocialAccount.objects.count() == 0
