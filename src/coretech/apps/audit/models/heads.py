"""The log's signed heads: its keys, its checkpoints, and the witnesses that sign them too."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only


class LogKey(models.Model):
    """A key that signs the log's heads, from a size of the log on until the next key; its private half lies outside.

    ``verifier`` is the public half in C2SP's form (name+id+base64), as it is published.
    """

    verifier = models.CharField(max_length=300, unique=True)
    from_size = models.BigIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Checkpoint(models.Model):
    """A signed head as it was given out: ``note`` is the whole C2SP checkpoint with this log's own signature."""

    size = models.BigIntegerField()
    root = models.BinaryField()
    key = models.ForeignKey(LogKey, on_delete=models.PROTECT, related_name="checkpoints")
    note = models.TextField()
    signed_at = models.DateTimeField()

    class Meta:
        """By size; never changed."""

        ordering: ClassVar = ["size", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["size", "key"], name="one_checkpoint_of_a_size_and_key")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Witness(models.Model):
    """Somebody outside whose cosignatures are taken, known by a public key."""

    verifier = models.CharField(max_length=300, unique=True)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]


class Cosignature(models.Model):
    """A witness's signature line under one checkpoint, checked before it is kept."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="cosignatures")
    witness = models.ForeignKey(Witness, on_delete=models.PROTECT, related_name="cosignatures")
    line = models.CharField(max_length=400)
    received_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["checkpoint", "witness"], name="one_cosignature_of_a_witness")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
