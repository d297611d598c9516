"""Two meetings of the council on a served installation of the benchmark's own; what is told stands in one line of JSON.

Run as a program with ``CORETECH_HOME`` set, before the server starts.
"""

import datetime as dt
import json
import os
import sys
from importlib import import_module


def main() -> int:
    """Set the stage, call two meetings, fill in their sheets, and sign everybody in."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    import_module("coretech.demo.opening").open_demonstration()
    told = {"meetings": [_meeting() for _ in range(2)], "sessions": _sessions()}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def _meeting() -> dict[str, object]:
    """A meeting with everybody present who may be: its number and the secret of its screen."""
    office = import_module("coretech.demo.acting").acting_as("office")
    calling = import_module("coretech.apps.meetings.operations.call_meeting")
    sheets = import_module("coretech.apps.meetings.operations.record_attendance")
    models = import_module("coretech.apps.meetings.models")
    seats = import_module("coretech.apps.meetings.seats")
    act = calling.call_meeting(office, calling.Call(office.today + dt.timedelta(days=7), "Room 1"))
    meeting = models.Meeting.objects.get(pk=int(act.subject.split("/")[1]))
    able = [seat.pk for seat in seats.seats_of(meeting) if seat.person.agreements.exists()]
    sheets.record_attendance(office, meeting.pk, {seat: sheets.Mark("present") for seat in able})
    return {"id": meeting.pk, "key": meeting.screen_key}


def _sessions() -> list[str]:
    """The session cookie of each member and of the Office."""
    auth = import_module("django.contrib.auth")
    store = import_module("django.contrib.sessions.backends.db").SessionStore
    accounts = import_module("coretech.apps.accounts.models").Account.objects
    keys = []
    for account in accounts.filter(username__regex=r"^(member-\d\d|office)$").order_by("username"):
        session = store()
        session[auth.SESSION_KEY] = str(account.pk)
        session[auth.BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[auth.HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.create()
        keys.append(session.session_key)
    return keys


if __name__ == "__main__":
    sys.exit(main())
