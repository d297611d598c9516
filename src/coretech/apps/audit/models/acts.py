"""The log: acts, and the roots of its complete blocks."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only


class Act(models.Model):
    """One official act: who, when, what and why, as a leaf of the log.

    ``leaf`` is public and names nobody; what is confidential stands in ``confidential``, and the leaf holds only its
    salted commitment.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=64, db_index=True)
    subject = models.CharField(max_length=64, db_index=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    public = models.JSONField()
    confidential = models.JSONField()
    salt = models.BinaryField()
    leaf = models.BinaryField()
    leaf_hash = models.BinaryField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["seq"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    def __str__(self) -> str:
        """The act's number and kind."""
        return f"{self.seq} {self.kind}"


class Block(models.Model):
    """The Merkle root over 1,024 acts in a row, written with the last: a proof need not read them all."""

    number = models.PositiveIntegerField(primary_key=True)
    root = models.BinaryField()

    class Meta:
        """In the order of the acts; never changed."""

        ordering: ClassVar = ["number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
