"""The worker on a real database: in a thread beside others, and alone in a process."""

import time
from collections.abc import Callable

import pytest
from django.core import mail
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from coretech.apps.audit.models import Outbox
from coretech.jobs.worker import BackgroundWorker
from tests import factories

LONGEST = 30  # seconds a job may take on a busy machine before the test gives up


def eventually(happened: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + LONGEST
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.05)
    return happened()


@pytest.mark.usefixtures("committed_stage")
def test_a_job_deferred_by_another_thread_is_carried_out_and_the_worker_stops() -> None:
    factories.called_meeting()

    with BackgroundWorker():
        app.configure_task("send_outbox").defer(timestamp=0)
        sent = eventually(lambda: not Outbox.objects.filter(sent_at=None).exists())
        finished = eventually(lambda: not ProcrastinateJob.objects.exists())

    assert (sent, finished) == (True, True)
    assert len(mail.outbox) == 25
    assert isinstance(app.connector, DjangoConnector)
