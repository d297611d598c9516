"""Pre-announcements and the comments on them."""

import datetime as dt
from typing import ClassVar

from django.db import models

from coretech.apps.cases.models.case import Case


class PreAnnouncement(models.Model):
    """A draft made public before the announcement, open to comments until the end of a day."""

    document_number = models.CharField(max_length=80, unique=True)
    published_on = models.DateField()
    comments_until = models.DateField()
    cases = models.ManyToManyField(Case, related_name="pre_announcements")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-published_on", "-pk"]

    def open_on(self, day: dt.date) -> bool:
        """Whether comments are taken on a day."""
        return self.published_on <= day <= self.comments_until


class Comment(models.Model):
    """A comment on a pre-announcement, and what became of it. The sender's details stay with the Office.

    ``published_text`` is what the public reads where the Office had to leave personal data out of the text.
    """

    class Disposition(models.TextChoices):
        """What became of it."""

        ACCEPTED = "accepted", "採納 / accepted"
        PARTLY = "partly", "部分採納 / accepted in part"
        NOTED = "noted", "納入參考 / noted"
        DECLINED = "declined", "未採納 / not accepted"

    pre_announcement = models.ForeignKey(PreAnnouncement, on_delete=models.PROTECT, related_name="comments")
    sender = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    published_text = models.TextField(blank=True)
    received_at = models.DateTimeField()
    disposition = models.CharField(max_length=16, choices=Disposition.choices, blank=True)
    reply = models.TextField(blank=True)
    disposed_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]

    @property
    def public_text(self) -> str:
        """What the public reads of it, once it has its disposition."""
        return self.published_text or self.text
