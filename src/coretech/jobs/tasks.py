"""The background jobs, by name and rhythm."""

from django.db import connection
from procrastinate.contrib.django import app

from coretech.apps.meetings.secret import destroy_leftovers
from coretech.jobs.outbox import send_due


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="outbox", name="send_outbox")
def send_outbox(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Send the notices that are due; says how many went."""
    try:
        return send_due()
    finally:
        connection.close()  # a job's thread has a connection of its own, which nobody else would close


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="vote_keys", name="destroy_vote_keys")
def destroy_vote_keys(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Destroy the keys of secret votes that no open vote needs; says how many."""
    try:
        return destroy_leftovers()
    finally:
        connection.close()
