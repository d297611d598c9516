"""Authorities are reminded once of each request they should answer soon."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.clock import set_demo_day
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.inventory.asked.requests import REMIND_BEFORE
from coretech.apps.inventory.operations.remind_of_request import remind_of_request
from coretech.jobs.requests import remind_due
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import requests_factories as requests

pytestmark = pytest.mark.usefixtures("stage")

ONE_DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_clock(settings: Settings, tmp_path: Path) -> None:
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path


def test_the_reminder_goes_a_fortnight_before_and_once() -> None:
    request = requests.received()
    Outbox.objects.all().delete()

    sent = []
    for day in (request.answer_due - REMIND_BEFORE - ONE_DAY, request.answer_due - REMIND_BEFORE):
        set_demo_day(day)
        sent += [remind_due(), remind_due()]

    assert sent == [0, 0, 1, 0]
    notice = Outbox.objects.get()
    assert notice.recipient is not None
    assert notice.recipient.username == "agency-nstc"
    assert "尚未決定" in notice.subject_zh
    assert "民國114年8月1日" in notice.subject_zh
    assert Act.objects.filter(kind="request.reminded").count() == 1


def test_what_was_missed_is_reminded_of_late_and_what_is_decided_never() -> None:
    late, decided = requests.received(), requests.taken_up(requests.received(13))
    set_demo_day(late.answer_due + ONE_DAY)

    assert remind_due() == 1
    assert not Act.objects.filter(subject=decided.subject, kind="request.reminded").exists()


@pytest.mark.parametrize(("number", "status"), [("114-R-0001", 409), ("114-R-0009", 404)])
def test_a_reminder_before_its_time_or_of_nothing_is_refused(number: str, status: int) -> None:
    requests.received()

    with pytest.raises(Refused) as refused:
        remind_of_request(factories.acting("public"), number)

    assert refused.value.status == status
