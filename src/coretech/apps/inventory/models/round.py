"""A yearly round of an agency's inventory, and its panel's review."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency


class Round(models.Model):
    """One agency's inventory of one year (Gregorian), from its opening to the report through the Office (art. 9(1)).

    ``nil`` is set with the report: nothing was found, and that was reviewed and reported too. A round that began with
    its first candidate has no ``due_on`` until it is opened. ``lock`` counts the writes.
    """

    class State(models.TextChoices):
        """Where the round stands."""

        OPEN = "open", "盤點中 / open"
        REVIEWED = "reviewed", "專家審查完成 / reviewed"
        REPORTED = "reported", "已提報 / reported"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    due_on = models.DateField(null=True)
    scope = models.TextField(blank=True)
    nil = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    reported_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    lock = models.PositiveIntegerField(default=0)

    class Meta:
        """One a year."""

        ordering: ClassVar = ["-year", "agency"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "year"], name="one_round_a_year")]

    @property
    def subject(self) -> str:
        """How the log names the round."""
        return f"round/{self.pk}"

    @property
    def last_day(self) -> dt.date:
        """The day the report is due: as the agency set it, the year's last day otherwise."""
        return self.due_on or dt.date(self.year, 12, 31)


class RoundReview(models.Model):
    """What the agency's panel found of a whole round, a nil result as well; the newest counts.

    ``candidates`` are the candidates it had before it, by number.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    in_office = models.PositiveSmallIntegerField(null=True)
    present = models.PositiveSmallIntegerField()
    recused = models.PositiveSmallIntegerField(default=0)
    in_favour = models.PositiveSmallIntegerField()
    abstain = models.PositiveSmallIntegerField(default=0)
    candidates = models.JSONField(default=list)
    opinion = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
