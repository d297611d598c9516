"""The scan log as it is written: who looked at what, where, when, and what was found."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


class ScanEntry(models.Model):
    """One look at the sources of a technology or a field; what came to nothing is written down as well.

    ``topic`` is the technology's key in `coretech.apps.watch.signals.topics`, empty where a whole field was looked at;
    the names are those it had that day. ``sources`` has a source a line. ``found`` is empty where nothing was found.
    """

    class Region(models.TextChoices):
        """Where the sources are."""

        HOME = "home", "國內 / at home"
        ABROAD = "abroad", "國外 / abroad"
        BOTH = "both", "國內外 / both"

    topic = models.CharField(max_length=120, blank=True)
    zh = models.CharField(max_length=300)
    en = models.CharField(max_length=300)
    region = models.CharField(max_length=6, choices=Region.choices)
    looked_on = models.DateField()
    sources = models.TextField()
    found = models.TextField(blank=True)
    links = models.JSONField(default=list)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Newest first; never changed."""

        ordering: ClassVar = ["-looked_on", "-pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def name(self) -> Sentence:
        """What was looked at."""
        return Sentence(self.zh, self.en)
