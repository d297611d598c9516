"""Alerts of commodities: opened by rule, closed by rule or by a person with a reason."""

from typing import ClassVar

from django.db import models

from coretech.apps.people.models import Person
from coretech.apps.supplies.models.commodities import Commodity


class Alert(models.Model):
    """Something about a commodity that wants attention; ``key`` keeps the same matter from being told twice."""

    class Kind(models.TextChoices):
        """What it is."""

        BELOW = "below", "低於安全存量 / below the standard"
        NEAR = "near", "接近安全存量 / near the standard"
        LATE = "late", "逾期未報 / return late"
        JUMP = "jump", "數字異常 / implausible figure"
        SINGLE_SOURCE = "single_source", "來源集中 / single source"
        PRICE = "price", "價格預警 / price warning"

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="alerts")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    key = models.CharField(max_length=120, unique=True)
    day = models.DateField()
    zh = models.TextField()
    en = models.TextField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_why = models.TextField(blank=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the alert."""
        return f"alert/{self.pk}"
