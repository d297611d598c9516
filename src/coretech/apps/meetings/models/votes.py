"""Ballots with names, and the secret vote's roll and envelopes, which nothing joins."""

import uuid
from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models.meeting import Item


class Ballot(models.Model):
    """One member's named vote on one item; where changes are allowed the newest revision counts."""

    class Choice(models.TextChoices):
        """For, against, or abstaining."""

        FOR = "for", "贊成 / for"
        AGAINST = "against", "反對 / against"
        ABSTAIN = "abstain", "棄權 / abstain"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="ballots")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    round = models.PositiveSmallIntegerField(default=1)
    revision = models.PositiveSmallIntegerField(default=1)
    choice = models.CharField(max_length=8, choices=Choice.choices)
    by_hand = models.BooleanField(default=False)
    cast_at = models.DateTimeField()

    class Meta:
        """One each of a revision; never changed."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "round", "appointment", "revision"], name="one_ballot_each"
            )
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class RollEntry(models.Model):
    """That a member has voted in a secret ballot: no choice, no moment."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="roll")
    round = models.PositiveSmallIntegerField(default=1)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """By seat, not by when they voted; one each; never changed."""

        ordering: ClassVar = ["item", "appointment__seat__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "round", "appointment"], name="one_entry_on_the_roll")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Envelope(models.Model):
    """One sealed choice of a secret ballot: no name, no moment, no order.

    All of an item's envelopes are sealed and written anew, in a random order, whenever one is added, and they and
    their key are destroyed when the vote closes; the tally is what remains.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="envelopes")
    sealed = models.BinaryField()

    class Meta:
        """By its random number."""

        ordering: ClassVar = ["id"]
