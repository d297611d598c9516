"""What follows an announcement: the report to the Legislative Yuan, and each item's yearly review."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency
from coretech.apps.register.models.entries import Announcement, RegisterItem


class LegislatureReport(models.Model):
    """That an announcement was sent to the Legislative Yuan for the record, after it took effect (Act, art. 3(3))."""

    announcement = models.OneToOneField(
        Announcement, on_delete=models.PROTECT, related_name="legislature_report"
    )
    document_number = models.CharField(max_length=80)
    sent_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Never changed."""

        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class AnnualReview(models.Model):
    """An authority's yearly review of one of its items (art. 10(1)); the newest of a year counts."""

    class Verdict(models.TextChoices):
        """What the review found."""

        FITS = "fits", "仍符合 / still fits"
        CHANGE = "change", "需要變更 / needs change"
        REMOVAL = "removal", "應予廢止 / should go"

    item = models.ForeignKey(RegisterItem, on_delete=models.PROTECT, related_name="reviews")
    year = models.PositiveSmallIntegerField()
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reasons = models.TextField()
    scope_questions = models.TextField(blank=True)
    foreign_lists = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    reviewed_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["item__number", "year", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
