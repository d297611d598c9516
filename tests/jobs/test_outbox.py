"""Notices go out once each, in the language of whoever gets them, with no confidential word."""

import pytest
from django.core import mail
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Outbox
from coretech.jobs.outbox import send_due
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")


def test_a_notice_is_sent_once_and_marked(settings: Settings) -> None:
    settings.CORETECH_ADDRESS = "https://list.example"
    meeting = factories.called_meeting()
    waiting = Outbox.objects.filter(sent_at=None).count()

    assert (send_due(), send_due()) == (waiting, 0)

    assert len(mail.outbox) == waiting == 25
    assert f"https://list.example/meetings/{meeting.pk}/" in mail.outbox[0].body
    assert not Outbox.objects.filter(sent_at=None).exists()


def test_a_notice_speaks_the_language_of_its_reader() -> None:
    Account.objects.filter(username="member-02").update(language="en")
    factories.called_meeting()
    send_due()

    subjects = {message.to[0].split("@")[0]: message.subject for message in mail.outbox}
    assert subjects["member-02"] == "The council meets on 2025-06-02"
    assert subjects["member-03"] == "審議會訂於2025-06-02開會"


def test_somebody_without_an_address_holds_nobody_up() -> None:
    Account.objects.filter(username="member-02").update(email="")
    factories.called_meeting()

    assert send_due() == 25
    assert len(mail.outbox) == 24
