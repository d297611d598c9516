"""The rows of a plan's version, for all three kinds of plan; a row's key stays from version to version."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.plans.models.plans import PlanVersion


class VersionRow(models.Model):
    """What every row has: the version it belongs to, its key there, and its place in printed order.

    ``line`` counts the document's lines that are not blank, from 1.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="%(class)ss")
    key = models.CharField(max_length=90)
    order = models.PositiveIntegerField()

    class Meta:
        """In printed order; never changed."""

        abstract = True
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "key"], name="one_%(class)s_of_a_key"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Element(VersionRow):
    """Something with a name: an industry, goal, sub-goal, strategy, measure, programme or agency.

    ``under`` is the industry or unit as printed, kept also where no such element is found; ``named`` are things it only
    names; ``scheduled`` is False for a measure that stands in the target tables alone.
    """

    class Kind(models.TextChoices):
        """What it is."""

        INDUSTRY = "industry", "產業 / industry"
        GOAL = "goal", "目標 / goal"
        SUBGOAL = "subgoal", "子目標 / sub-goal"
        STRATEGY = "strategy", "策略 / strategy"
        MEASURE = "measure", "措施 / measure"
        PROGRAMME = "programme", "重要計畫 / programme"
        AGENCY = "agency", "機關 / agency"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    code = models.TextField(blank=True)
    title = models.TextField(blank=True)
    line = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    under = models.TextField(blank=True)
    text = models.TextField(blank=True)
    category = models.TextField(blank=True)
    lead = models.JSONField(default=list)
    co = models.JSONField(default=list)
    named = models.JSONField(default=list)
    scheduled = models.BooleanField(default=True)
    last_line = models.PositiveIntegerField(null=True)


class WorkItem(VersionRow):
    """A work item of a measure's schedule.

    ``start`` and ``end`` are months such as ``2020-12``, empty where none is printed; ``confidence`` is how sure the
    reader was of the row.
    """

    parent = models.ForeignKey(Element, null=True, on_delete=models.PROTECT, related_name="work_items")
    measure = models.TextField(blank=True)
    item_no = models.TextField(blank=True)
    item_title = models.TextField(blank=True)
    approach_no = models.TextField(blank=True)
    approach_title = models.TextField(blank=True)
    work_no = models.TextField(blank=True)
    text = models.TextField(blank=True)
    periods = models.JSONField(default=list)
    start = models.CharField(max_length=7, blank=True)
    end = models.CharField(max_length=7, blank=True)
    date_as_written = models.TextField(blank=True)
    lead = models.JSONField(default=list)
    co = models.JSONField(default=list)
    line = models.PositiveIntegerField()
    confidence = models.CharField(max_length=8)


class Target(VersionRow):
    """A target of a measure; ``yearly`` holds, per ROC year in printed order, the status, text and figures."""

    parent = models.ForeignKey(Element, null=True, on_delete=models.PROTECT, related_name="targets")
    code = models.TextField(blank=True)
    measure_code = models.TextField(blank=True)
    measure_title = models.TextField(blank=True)
    under = models.TextField(blank=True)
    agencies = models.JSONField(default=list)
    text = models.TextField(blank=True)
    yearly = models.JSONField(default=list)
    line = models.PositiveIntegerField()
    confidence = models.CharField(max_length=8)


class BudgetLine(VersionRow):
    """What an industry costs in a ROC year, in hundreds of millions of NT dollars."""

    parent = models.ForeignKey(Element, null=True, on_delete=models.PROTECT, related_name="budget")
    under = models.TextField(blank=True)
    year = models.PositiveIntegerField()
    amount = models.FloatField()


class NumberTable(VersionRow):
    """A table of numbers, whole; null where a dash is printed."""

    no = models.PositiveIntegerField()
    caption = models.TextField(blank=True)
    unit = models.TextField(blank=True)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    line = models.PositiveIntegerField()


class PlanFinding(VersionRow):
    """What a careful clerk would send back, with the lines it is seen on."""

    kind = models.CharField(max_length=16)
    lines = models.JSONField(default=list)
    zh = models.TextField()
    en = models.TextField()
