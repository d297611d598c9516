"""Budget figures as they were asked for, passed, revised and spent."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan


class BudgetFigure(models.Model):
    """An amount for an element in a ROC year, in thousands of NT dollars; one that restates another keeps the old."""

    class Stage(models.TextChoices):
        """At which step."""

        REQUESTED = "requested", "需求 / requested"
        STATUTORY = "statutory", "法定 / statutory"
        REVISED = "revised", "調整後 / revised"
        SPENT = "spent", "實支 / spent"

    class Source(models.TextChoices):
        """Where the money comes from."""

        GENERAL = "general", "公務預算 / general budget"
        SPECIAL = "special", "特別預算 / special budget"
        FUND = "fund", "基金 / fund"
        ENTERPRISE = "enterprise", "國營事業 / state enterprise"
        PRIVATE = "private", "民間 / private"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="budget_figures")
    element_key = models.CharField(max_length=90)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    stage = models.CharField(max_length=9, choices=Stage.choices)
    source = models.CharField(max_length=10, choices=Source.choices)
    amount = models.DecimalField(max_digits=18, decimal_places=3)
    document = models.CharField(max_length=200)
    restates = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="restated_by")
    why = models.TextField(blank=True)
    demonstration = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """In the order they came; never changed."""

        ordering: ClassVar = ["plan", "pk"]
        indexes: ClassVar = [models.Index(fields=["plan", "year", "element_key"], name="budget_of_a_year")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
