"""The minutes of a meeting: versions, signatures, circulation."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models.meeting import Meeting
from coretech.apps.people.models import Person


class Minutes(models.Model):
    """The minutes of one meeting, and how they were confirmed."""

    class State(models.TextChoices):
        """Where the minutes stand."""

        DRAFT = "draft", "草稿 / draft"
        CIRCULATING = "circulating", "傳閱確認中 / circulating"
        CONFIRMED = "confirmed", "已確認 / confirmed"

    class Confirmed(models.TextChoices):
        """How they were confirmed."""

        MEETING = "meeting", "下次會議確認 / at the next meeting"
        CIRCULATION = "circulation", "傳閱確認 / by circulation"

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    reply_until = models.DateField(null=True)
    confirmed_how = models.CharField(max_length=12, choices=Confirmed.choices, blank=True)
    confirmed_at_meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True)

    def open_on(self, day: dt.date) -> bool:
        """Whether members may still answer the circulation on a day."""
        return (
            self.state == self.State.CIRCULATING and self.reply_until is not None and day <= self.reply_until
        )


class MinutesVersion(models.Model):
    """One version of the text; after confirmation each further one is a correction with its reason.

    ``content`` is what `coretech.apps.meetings.minutes` reads and writes; ``digest`` is the SHA-256 of its canonical
    JSON, which signatures name.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    correction = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["minutes", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "number"], name="one_version_of_the_minutes")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class MinutesSignature(models.Model):
    """The chair's or the recorder's name under one version."""

    class Role(models.TextChoices):
        """Who signs."""

        CHAIR = "chair", "主席 / chair"
        RECORDER = "recorder", "紀錄 / recorder"

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="signatures")
    role = models.CharField(max_length=8, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_name = models.CharField(max_length=80)
    signed_at = models.DateTimeField()

    class Meta:
        """One of each role; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "role"], name="one_signature_of_a_role")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class MinutesReply(models.Model):
    """A member's answer to the circulated minutes; the newest one counts."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="replies")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(blank=True)
    replied_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
