"""Rolling revision: how a plan's next version came from the one before, element by element."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.reports.models.evaluations import Evaluation


class Revision(models.Model):
    """A plan's version put in force in another's place, with the document that approved it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="revisions")
    before = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="revised_by")
    after = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="revises")
    evaluation = models.ForeignKey(Evaluation, null=True, on_delete=models.PROTECT, related_name="revisions")
    approved_on = models.DateField()
    document_no = models.CharField(max_length=80)
    why = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Carried(models.Model):
    """What became of a row of a plan: ``old_key`` is empty for a new one, ``new_key`` for a dropped one."""

    class Fate(models.TextChoices):
        """What became of it."""

        CARRIED = "carried", "沿用 / carried"
        CHANGED = "changed", "修正 / changed"
        DROPPED = "dropped", "刪除 / dropped"
        NEW = "new", "新增 / new"

    class Row(models.TextChoices):
        """What it is."""

        ELEMENT = "element", "項目 / element"
        WORK_ITEM = "work_item", "工作項目 / work item"
        TARGET = "target", "指標 / target"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="carried")
    row = models.CharField(max_length=9, choices=Row.choices)
    old_key = models.CharField(max_length=90, blank=True)
    new_key = models.CharField(max_length=90, blank=True)
    fate = models.CharField(max_length=7, choices=Fate.choices)
    why = models.TextField(blank=True)

    class Meta:
        """In the order they were written; never changed."""

        ordering: ClassVar = ["revision", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["revision", "row", "old_key", "new_key"], name="one_fate_of_a_row"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
