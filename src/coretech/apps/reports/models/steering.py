"""Who controls a plan and how often it is reported; each row is a decision, and the newest holds."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan


class Steering(models.Model):
    """The agency that controls a plan, how often it hears, and how many days a sheet may take."""

    class Cycle(models.TextChoices):
        """How often agencies report."""

        QUARTERLY = "quarterly", "每季 / each quarter"
        YEARLY = "yearly", "每年 / each year"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steerings")
    controller = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    cycle = models.CharField(max_length=9, choices=Cycle.choices)
    days = models.PositiveSmallIntegerField(default=15)
    why = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["plan", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class LightRules(models.Model):
    """The controller's rules from figures to a traffic light; ``rules`` is as `engines.progress.lights` has it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="light_rules")
    rules = models.JSONField()
    why = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["plan", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
