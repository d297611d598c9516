"""From an administrator's form to somebody's work page: an account, its mail, a password, a post."""

import re
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.factories import accounts_factories as made
from tests.jobs.mail_server import MailServer, mail_server
from tests.journeys.reader import Reader
from tests.journeys.server import PATIENCE, Server

pytestmark = pytest.mark.browser
LINK = re.compile(r"/accounts/password/[A-Za-z0-9_-]{43}/")


class MailingServer(Server):
    """A server that writes to a mail server."""

    def __init__(self, home: Path, mail: MailServer) -> None:
        """Remember where mail goes."""
        super().__init__(home)
        self.mail = mail

    @property
    def environment(self) -> dict[str, str]:
        """The environment with the mail server in it."""
        mail = {"CORETECH_SMTP_HOST": "127.0.0.1", "CORETECH_SMTP_PORT": str(self.mail.port)}
        return {**super().environment, **mail, "CORETECH_ADDRESS": self.address}

    def sent_to(self, address: str) -> EmailMessage:
        """The newest mail to an address, once what is due has gone out."""
        self.python("from coretech.jobs.outbox import send_due; send_due()")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = [message for message in self.mail.taken if message["To"] == address]
            if found:
                return found[-1]
            time.sleep(0.1)
        raise AssertionError([message["To"] for message in self.mail.taken])


@pytest.fixture(scope="module", autouse=True)
def mail() -> Iterator[MailServer]:
    """A mail server, there before the browser, whose loop leaves room for no other in this thread."""
    with mail_server() as kept:
        yield kept


@pytest.fixture
def server(home: Path, mail: MailServer) -> Iterator[MailingServer]:
    """A running server on the demonstration's stage."""
    served = MailingServer(home, mail)
    served.set_stage()
    served.start()
    yield served
    served.stop()


def test_somebody_new_is_opened_an_account_and_comes_to_work(browser: Browser, server: MailingServer) -> None:
    admin, officer = Reader(browser, server.address), Reader(browser, server.address)

    open_account(admin)
    choose_password(officer, server)
    post_to_agency(admin)
    come_to_work(officer)

    assert (admin.troubles, officer.troubles) == ([], [])


def open_account(admin: Reader) -> None:
    """From the menu, by the form and its check page."""
    admin.become(made.ADMIN)
    admin.page.get_by_role("link", name="帳號", exact=True).first.click()
    admin.meet("accounts")
    admin.page.get_by_role("button", name="開立帳號").click()
    admin.meet("account-open")
    admin.fill(姓名=made.NAME_ZH, 帳號名稱=made.NAME, 電子郵件=made.EMAIL)
    admin.press("繼續")
    admin.told("請確認內容")
    admin.press("確認並登錄")
    admin.told("帳號已開立，設定密碼的連結已寄出。")
    admin.meet("account")


def choose_password(officer: Reader, server: MailingServer) -> None:
    """By the link of the mail, in a browser that knows nobody."""
    body = server.sent_to(made.EMAIL).get_body(("plain",))
    assert body is not None
    link = LINK.search(body.get_content())
    assert link is not None
    officer.open(link[0])
    officer.meet("account-password")
    officer.fill(新密碼=made.PASSWORD, 再輸入一次新密碼=made.PASSWORD)
    officer.press("設定密碼")
    officer.told("密碼已設定，請登入。")
    officer.open(link[0])
    officer.told("此連結無法使用")
    officer.open("/account/login/")
    officer.fill(帳號=made.NAME, 密碼=made.PASSWORD)
    officer.press("登入")
    expect(officer.page).to_have_url(f"{officer.address}/work/")


def post_to_agency(admin: Reader) -> None:
    """From the account's page."""
    admin.page.get_by_role("link", name="登錄職務").click()
    admin.page.get_by_label("機關", exact=True).select_option("moea")
    admin.meet("posting-new")
    admin.page.get_by_label("機關", exact=True).select_option("moea")
    admin.press("繼續")
    admin.press("確認並登錄")
    admin.told("職務已登錄，並通知本人。")
    admin.meet("agency-people")


def come_to_work(officer: Reader) -> None:
    """What an officer does waits there now; who else is posted at the agency can be seen."""
    officer.open("/work/")
    officer.told("候選項目與成案")
    officer.meet("work-new-officer")
    officer.open("/bodies/")
    officer.page.get_by_role("link", name="經濟部", exact=True).click()
    officer.told(made.NAME_ZH)
