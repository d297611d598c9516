"""The background jobs, by name and rhythm."""

from django.db import connection
from procrastinate.contrib.django import app

from coretech.apps.meetings.secret import destroy_leftovers
from coretech.jobs.audit import audit_and_keep, audit_if_owed
from coretech.jobs.consultations import remind_and_close
from coretech.jobs.outbox import send_due
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


@app.periodic(cron="30 23 * * *")  # procrastinate reckons in UTC: half past seven in the morning in Taipei
@app.task(queueing_lock="periods", name="open_periods")
def open_periods(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Open the reporting periods that are due, before the day's reminders go out; says how many."""
    try:
        return open_due()
    finally:
        connection.close()


@app.periodic(cron="0 0 * * *")  # procrastinate reckons in UTC: eight in the morning in Taipei
@app.task(queueing_lock="reminders", name="send_reminders")
def send_reminders(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Send today's reminders; says how many letters."""
    try:
        return remind_today()
    finally:
        connection.close()


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="consultations", name="remind_and_close_consultations")
def remind_and_close_consultations(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind stakeholders whose last day is near, close what nobody answered; says how many."""
    try:
        return remind_and_close()
    finally:
        connection.close()


@app.periodic(cron="10 0 * * *")
@app.task(queueing_lock="request_reminders", name="remind_of_requests")
def remind_of_requests(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind authorities of the requests they should answer soon; says how many."""
    try:
        return remind_due()
    finally:
        connection.close()


@app.periodic(cron="15 0 * * *")
@app.task(queueing_lock="question_reminders", name="remind_of_questions")
def remind_of_questions(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Remind authorities of the scope questions they should answer soon; says how many."""
    try:
        return remind_and_destroy()
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="webhooks", name="call_webhooks")
def call_webhooks(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Make the calls that announcements owe to those who follow the register; says how many arrived."""
    try:
        return call_due()
    finally:
        connection.close()


@app.periodic(cron="17 19 * * *")  # seventeen past three in the morning in Taipei
@app.task(queueing_lock="nightly_audit", lock="audit", name="audit_log")
def audit_log(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Recompute the whole log and keep what was found; says how many faults there are."""
    try:
        return audit_and_keep()
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="audit_asked_for", lock="audit", name="audit_log_if_asked")
def audit_log_if_asked(timestamp: int) -> int | None:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """The same where a keeper of the log asked for it since the last one."""
    try:
        return audit_if_owed()
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="supply_files", lock="supply_files", name="take_supply_files")
def take_supply_files(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Read the files of returns that were handed in; says how many were recorded."""
    try:
        return take_files()
    finally:
        connection.close()


@app.periodic(cron="20 0 * * *")  # twenty past eight in the morning in Taipei
@app.task(queueing_lock="supply_alerts", name="watch_supply_alerts")
def watch_supply_alerts(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Open and close the alerts about supplies that are due; says how many were opened."""
    try:
        return watch_tonight()
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="portfolios", lock="portfolios", name="screen_portfolios")
def screen_portfolios(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Screen the portfolios that wait, going on where one was broken off; says how many came to their end."""
    try:
        return screen_waiting()
    finally:
        connection.close()


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="watch", lock="watch", name="count_snapshots")
def count_snapshots(timestamp: int) -> int:  # noqa: ARG001 - procrastinate hands every periodic task its moment
    """Count the snapshots of works that wait, going on where one was broken off; says how many came to their end."""
    try:
        return count_waiting()
    finally:
        connection.close()
