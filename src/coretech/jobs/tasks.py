"""The background jobs, by name and rhythm."""

from procrastinate.contrib.django import app

from coretech.jobs.outbox import send_due


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="outbox", name="send_outbox")
def send_outbox(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Send the notices that are due; says how many went."""
    return send_due()
