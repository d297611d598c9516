"""What is added to the list without changing it: notes on an item's scope, and an announcement's scan."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency
from coretech.apps.register.models.entries import Announcement, RegisterItem
from coretech.kit.sentence import Sentence


class ScopeNote(models.Model):
    """What an item's authority says of how far the item reaches; it explains the announcement and never changes it.

    The newest note of a ``topic`` counts; one with empty texts withdraws the topic.
    """

    item = models.ForeignKey(RegisterItem, on_delete=models.PROTECT, related_name="scope_notes")
    topic = models.CharField(max_length=80)
    zh = models.TextField(blank=True)
    en = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["item__number", "topic", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def text(self) -> Sentence:
        """The note in both languages."""
        return Sentence(self.zh, self.en)


class Scan(models.Model):
    """An announcement as it was printed, in a PDF or a picture; the newest of an announcement is shown. Public."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="scans")
    file_name = models.CharField(max_length=160)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    body = models.BinaryField()
    filed_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["announcement__edition", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
