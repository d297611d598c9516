"""Plans, and their versions: each is a document as it was read; none is ever changed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only


class Plan(models.Model):
    """A plan as a thing that outlives its documents; ``slug`` is its address."""

    class Kind(models.TextChoices):
        """What sort of plan it is."""

        PROGRAMME = "programme", "方案 / programme"
        PLAN = "plan", "中程計畫 / plan"
        ANNUAL = "annual", "年度施政計畫 / annual plan"

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)

    class Meta:
        """In the order they came; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class PlanVersion(models.Model):
    """What a document said, once read.

    ``source_sha256`` is of the file's bytes, ``content_sha256`` of what was read from it in canonical JSON; two files
    that say the same make one version. ``facts_only`` marks a version without the document's sentences. Years are ROC
    ones; an annual plan starts and ends in the same.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    title = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    source_name = models.CharField(max_length=200)
    source_sha256 = models.CharField(max_length=64)
    content_sha256 = models.CharField(max_length=64)
    facts_only = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["plan", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "version"], name="one_version_of_a_plan"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
