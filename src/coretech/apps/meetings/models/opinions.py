"""The opinion a panel votes on (art. 8)."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.meetings.models.meeting import Item


class PanelOpinion(models.Model):
    """One version of the opinion on a case before a panel; the newest one counts, and is what the panel votes on.

    ``parts`` are the versions of the dossier it speaks of, by part.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="opinions")
    text = models.TextField()
    conditions = models.TextField(blank=True)
    parts = models.JSONField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
