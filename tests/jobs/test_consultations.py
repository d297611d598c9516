"""The calendar reminds once and closes after the last day, and mails to outsiders open with their own link."""

import datetime as dt
from pathlib import Path

import pytest
from django.core import mail
from pytest_django import Settings

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Outbox
from coretech.apps.cases.consulting import REMINDED_BEFORE, Stage, asked
from coretech.apps.cases.models import Consultation
from coretech.apps.cases.operations.close_consultation import close_consultation
from coretech.jobs.consultations import remind_and_close
from coretech.jobs.outbox import send_due
from tests import factories
from tests.factories import consultation_factories as made

pytestmark = pytest.mark.usefixtures("stage")

DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _clock(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    settings.CORETECH_ADDRESS = "https://list.example"
    set_demo_day(made.DAY)


def stage_of(found: Consultation, day: dt.date) -> Stage:
    found.refresh_from_db()
    return asked(found, day).stage


def test_the_mail_holds_the_link_in_both_languages_and_reaches_the_stakeholder_alone() -> None:
    found = made.asked()
    Outbox.objects.exclude(address=found.email).delete()

    assert send_due() == 1

    (sent,) = mail.outbox
    secret = made.secret(found)
    assert sent.to == ["lin@example.org"]
    assert f"https://list.example/consultation/{secret}/\n" in sent.body
    assert f"https://list.example/en/consultation/{secret}/\n" in sent.body
    assert "16 June 2025" in sent.body
    assert "民國114年6月16日" in sent.body
    assert "徵詢意見" in sent.subject


def test_a_reminder_goes_out_once_when_the_last_day_is_near() -> None:
    found = made.asked()

    set_demo_day(made.LAST_DAY - REMINDED_BEFORE - DAY)
    assert remind_and_close() == 0
    set_demo_day(made.LAST_DAY - REMINDED_BEFORE)
    assert (remind_and_close(), remind_and_close()) == (1, 0)
    assert Outbox.objects.filter(address=found.email).count() == 2


def test_nobody_is_reminded_who_has_answered_was_asked_today_or_is_asked_no_more() -> None:
    case = factories.draft_case(factories.renaming())
    made.answered(made.asked_in(case))
    withdrawn = made.asked_in(case)
    close_consultation(factories.acting("office"), withdrawn.pk, "asked twice")
    set_demo_day(made.LAST_DAY - DAY)
    made.asked_in(case, day=made.LAST_DAY - DAY, name="昨天才問")

    assert remind_and_close() == 0


def test_silence_is_closed_on_the_day_after_the_last_one() -> None:
    found = made.asked()
    heard = made.asked_in(found.case, email="b@example.org")
    made.answered(heard)

    set_demo_day(made.LAST_DAY)
    remind_and_close()
    assert stage_of(found, made.LAST_DAY) is Stage.ASKED
    set_demo_day(made.LAST_DAY + DAY)

    assert (remind_and_close(), remind_and_close()) == (1, 0)
    assert stage_of(found, made.LAST_DAY + DAY) is Stage.NIL
    assert stage_of(heard, made.LAST_DAY + DAY) is Stage.ANSWERED
