"""The worker on a real database: in a thread beside others, and alone in a process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_alone_stops_quietly_when_told(tmp_path: Path, number: signal.Signals) -> None:
    tmp_path.chmod(0o755)
    code = "import sys; from coretech.cli import main; sys.exit(main())"
    environment = {**os.environ, "CORETECH_HOME": str(tmp_path / "home"), "CORETECH_LANG": "en"}
    environment["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    command = [sys.executable, "-u", "-c", code, "work"]

    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.send_signal(number)
        try:
            rest = process.communicate(timeout=LONGEST)
        finally:
            process.kill()  # one that does not listen must fail the test, not hold it up

    assert (said, process.returncode, rest) == (b"Working; Ctrl-C stops it.\n", 0, (b"", b""))
