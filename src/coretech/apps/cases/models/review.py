"""What the panel and the Office found."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.cases.models.case import Case


class PanelReview(models.Model):
    """What the agency's panel found (art. 8), whether it was in favour or not.

    ``method`` is how the panel voted, or ``paper`` where it met outside the system. ``parts`` are the versions of the
    dossier it had before it, by part; empty where the review was recorded before they were kept. ``against`` and
    ``in_office`` are unknown for those reviews too.
    """

    class Method(models.TextChoices):
        """How the panel came to its decision."""

        PAPER = "paper", "系統外開會 / met outside the system"
        HANDS = "hands", "舉手表決 / show of hands"
        NAMED = "named", "記名表決 / named ballot"
        SECRET = "secret", "無記名表決 / secret ballot"
        CONSENT = "consent", "無異議通過 / without objection"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    in_office = models.PositiveSmallIntegerField(null=True)
    present = models.PositiveSmallIntegerField()
    recused = models.PositiveSmallIntegerField(default=0)
    in_favour = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField(null=True)
    abstain = models.PositiveSmallIntegerField(default=0)
    favourable = models.BooleanField(default=True)
    method = models.CharField(max_length=8, choices=Method.choices, default=Method.PAPER)
    opinion = models.TextField()
    conditions = models.TextField(blank=True)
    parts = models.JSONField(default=dict)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class OfficeCheck(models.Model):
    """What the Office found when it checked a submission."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="checks")
    passed = models.BooleanField()
    note = models.TextField()
    checked_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
