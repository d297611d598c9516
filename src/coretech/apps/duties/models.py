"""The secret addresses of people's calendars."""

from django.db import models

from coretech.apps.people.models import Person


class CalendarFeed(models.Model):
    """A person's calendar by secret address; ``key_sha256`` is all we keep of it, and a new one ends the old."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_feed")
    key_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    @property
    def subject(self) -> str:
        """How the log names the feed."""
        return f"calendar-feed/{self.pk}"
