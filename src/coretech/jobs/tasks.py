"""The background jobs, by name and rhythm."""

from procrastinate.contrib.django import app

from coretech.apps.meetings.secret import destroy_leftovers
from coretech.jobs.audit import audit_and_keep, audit_if_owed
from coretech.jobs.consultations import remind_and_close
from coretech.jobs.outbox import send_due
from coretech.jobs.own_connection import own_connection
from coretech.jobs.periods import open_due
from coretech.jobs.portfolios import screen_waiting
from coretech.jobs.reminders import remind_today
from coretech.jobs.requests import remind_due
from coretech.jobs.scope import remind_and_destroy
from coretech.jobs.supplies import take_files, watch_tonight
from coretech.jobs.watch import count_waiting
from coretech.jobs.webhooks import call_due


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="outbox", name="send_outbox")
@own_connection
def send_outbox(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Send the notices that are due; says how many went."""
    return send_due()


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="vote_keys", name="destroy_vote_keys")
@own_connection
def destroy_vote_keys(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Destroy the keys of secret votes that no open vote needs; says how many."""
    return destroy_leftovers()


@app.periodic(cron="30 23 * * *")  # procrastinate reckons in UTC: half past seven in the morning in Taipei
@app.task(queueing_lock="periods", name="open_periods")
@own_connection
def open_periods(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Open the reporting periods that are due, before the day's reminders go out; says how many."""
    return open_due()


@app.periodic(cron="0 0 * * *")  # procrastinate reckons in UTC: eight in the morning in Taipei
@app.task(queueing_lock="reminders", name="send_reminders")
@own_connection
def send_reminders(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Send today's reminders; says how many letters."""
    return remind_today()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="consultations", name="remind_and_close_consultations")
@own_connection
def remind_and_close_consultations(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind stakeholders whose last day is near, close what nobody answered; says how many."""
    return remind_and_close()


@app.periodic(cron="10 0 * * *")
@app.task(queueing_lock="request_reminders", name="remind_of_requests")
@own_connection
def remind_of_requests(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind authorities of the requests they should answer soon; says how many."""
    return remind_due()


@app.periodic(cron="15 0 * * *")
@app.task(queueing_lock="question_reminders", name="remind_of_questions")
@own_connection
def remind_of_questions(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind authorities of the scope questions they should answer soon; says how many."""
    return remind_and_destroy()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="webhooks", name="call_webhooks")
@own_connection
def call_webhooks(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Make the calls that announcements owe to those who follow the register; says how many arrived."""
    return call_due()


@app.periodic(cron="17 19 * * *")  # seventeen past three in the morning in Taipei
@app.task(queueing_lock="nightly_audit", lock="audit", name="audit_log")
@own_connection
def audit_log(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Recompute the whole log and keep what was found; says how many faults there are."""
    return audit_and_keep()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="audit_asked_for", lock="audit", name="audit_log_if_asked")
@own_connection
def audit_log_if_asked(timestamp: int) -> int | None:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """The same where a keeper of the log asked for it since the last one."""
    return audit_if_owed()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="supply_files", lock="supply_files", name="take_supply_files")
@own_connection
def take_supply_files(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Read the files of returns that were handed in; says how many were recorded."""
    return take_files()


@app.periodic(cron="20 0 * * *")  # twenty past eight in the morning in Taipei
@app.task(queueing_lock="supply_alerts", name="watch_supply_alerts")
@own_connection
def watch_supply_alerts(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Open and close the alerts about supplies that are due; says how many were opened."""
    return watch_tonight()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="portfolios", lock="portfolios", name="screen_portfolios")
@own_connection
def screen_portfolios(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Screen the portfolios that wait, going on where one was broken off; says how many came to their end."""
    return screen_waiting()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="watch", lock="watch", name="count_snapshots")
@own_connection
def count_snapshots(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Count the snapshots of works that wait, going on where one was broken off; says how many came to their end."""
    return count_waiting()
