"""The secret addresses of people's calendars."""

import secrets

from django.db import models

from coretech.apps.people.models import Person


def new_calendar_key() -> str:
    """A secret that nobody guesses, for the address of a calendar feed."""
    return secrets.token_urlsafe(32)


class CalendarFeed(models.Model):
    """A person's calendar by secret address; a new key ends the old address."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    key = models.CharField(max_length=64, unique=True, default=new_calendar_key)
    made_at = models.DateTimeField()
