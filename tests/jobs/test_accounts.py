"""Mail to accounts: the link arrives whole and works, and a closed account is written to no more."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from coretech.apps.accounts.operations.close_account import close_account
from coretech.apps.accounts.operations.set_password import set_password
from coretech.jobs.outbox import send_due
from tests import factories
from tests.factories import accounts_factories as made
from tests.jobs.mail_server import MailServer, mail_server

pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as kept:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", kept.port
        settings.CORETECH_ADDRESS = "https://list.example"
        yield kept


@pytest.mark.parametrize(
    ("language", "address", "words"),
    [
        ("zh-hant", "https://list.example/accounts/password/", "請設定您的 coretech 密碼"),
        ("en", "https://list.example/en/accounts/password/", "Choose your coretech password"),
    ],
)
def test_the_link_in_the_mail_sets_the_password(
    server: MailServer, language: str, address: str, words: str
) -> None:
    account = made.opened(language=language)
    send_due()

    (message,) = server.taken
    body = message.get_body(("plain",))
    assert body is not None
    secret = body.get_content().partition(address)[2].partition("/")[0]
    assert (message["To"], message["Subject"].strip()) == (made.EMAIL, words)

    set_password(factories.acting("public"), secret, made.PASSWORD)
    account.refresh_from_db()
    assert account.check_password(made.PASSWORD)


def test_a_closed_account_gets_the_word_of_its_closing_and_nothing_else(server: MailServer) -> None:
    account = made.opened()
    made.posted(account)
    close_account(factories.acting(made.ADMIN), account.pk, "調職")

    send_due()

    assert [message["Subject"].strip() for message in server.taken] == [
        "您的 coretech 帳號已停用 / Your coretech account is closed"
    ]


def test_where_single_sign_on_is_offered_the_mail_says_so(server: MailServer, settings: Settings) -> None:
    settings.OIDC_ISSUER = "https://issuer.example"
    made.opened(language="en")
    send_due()

    (message,) = server.taken
    body = message.get_body(("plain",))
    assert body is not None
    assert "use single sign-on" in body.get_content()
