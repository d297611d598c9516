"""Papers of a meeting, sealed at rest, opened by need to know."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.meetings.models.meeting import Item, Meeting


class Paper(models.Model):
    """One version of a paper for an item, or for the whole meeting; the newest version of a title counts.

    ``sealed`` is the file under the installation's key; ``sha256`` is of the file as it was handed in.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField(max_length=160)
    version = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=160)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    confidential = models.BooleanField(default=True)
    sealed = models.BinaryField()
    filed_at = models.DateTimeField()

    class Meta:
        """In the order filed; never changed."""

        ordering: ClassVar = ["meeting", "item__order", "title", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "item", "title", "version"],
                nulls_distinct=False,
                name="one_version_of_a_paper",
            )
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
