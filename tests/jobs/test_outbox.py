"""Notices go out once each, in the language of whoever gets them, with no confidential word."""

import datetime as dt
from pathlib import Path

import pytest
from django.core import mail
from pytest_django import Settings

from coretech.apps.accounts.models import Account
from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Outbox
from coretech.jobs.outbox import pause_after, send_due
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")

NOBODY_LISTENS = 1


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
    assert subjects["member-02"] == (
        "Notice of a meeting: Core Key Technology Council, meeting 1 of 2025 (2 June 2025)"
    )
    assert subjects["member-03"] == "開會通知：國家核心關鍵技術審議會114年度第1次會議（民國114年6月2日）"


def test_somebody_without_an_address_holds_nobody_up() -> None:
    Account.objects.filter(username="member-02").update(email="")
    factories.called_meeting()

    assert send_due() == 25
    assert len(mail.outbox) == 24


def test_a_mail_server_that_is_away_loses_nothing(settings: Settings, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", NOBODY_LISTENS
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    set_demo_day(factories.DAY)
    factories.called_meeting()

    assert (send_due(), send_due()) == (0, 0)

    waiting = Outbox.objects.filter(sent_at=None)
    assert set(waiting.values_list("tries", flat=True)) == {1}
    assert all("refused" in notice.problem.lower() for notice in waiting)

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    set_demo_day(factories.DAY + dt.timedelta(days=1))
    assert send_due() == len(mail.outbox) == 25
    assert set(Outbox.objects.values_list("problem", flat=True)) == {""}


def test_each_failure_waits_longer_than_the_one_before_up_to_six_hours() -> None:
    pauses = [pause_after(tries) for tries in range(1, 40)]

    assert pauses[:3] == [dt.timedelta(minutes=minutes) for minutes in (1, 2, 4)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == dt.timedelta(hours=6)
