"""What full recomputations of the log found, one row each."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only


class AuditRun(models.Model):
    """A full audit: the log it saw, and every place that no longer held.

    ``named`` lists faults as ``[place, part, name of what is wrong]``; ``faults`` counts all, of which these are the
    first.
    """

    begun_at = models.DateTimeField()
    at = models.DateTimeField()
    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    rows = models.BigIntegerField()
    faults = models.BigIntegerField()
    named = models.JSONField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
