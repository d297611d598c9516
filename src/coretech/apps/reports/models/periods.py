"""Reporting periods and the sheets of agencies: drafts until they are submitted, and locked for ever at last."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.apps.plans.models import Plan, PlanVersion


class ReportingPeriod(models.Model):
    """A quarter of a plan, or a whole ROC year where ``quarter`` is None, reported against one version of it."""

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "填報中 / open"
        PUBLISHED = "published", "已發布 / published"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="periods")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    quarter = models.PositiveSmallIntegerField(null=True)
    opened_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["plan", "year", models.F("quarter").asc(nulls_last=True)]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "year", "quarter"], nulls_distinct=False, name="one_period_of_a_quarter"
            ),
        ]

    @property
    def subject(self) -> str:
        """How the log names the period."""
        return f"period/{self.pk}"


class Sheet(models.Model):
    """What one agency reports for a period; its words are in drafts, then in versions, then in entries."""

    class State(models.TextChoices):
        """Where it stands; ``CHECKED`` waits for a second pair of eyes."""

        OPEN = "open", "填報中 / open"
        SUBMITTED = "submitted", "待核章 / submitted"
        SIGNED = "signed", "待管考檢核 / signed"
        CHECKED = "checked", "待複核 / checked once"
        RETURNED = "returned", "退回補正 / returned"
        ACCEPTED = "accepted", "已接受 / accepted"
        LOCKED = "locked", "已鎖定 / locked"

    period = models.ForeignKey(ReportingPeriod, on_delete=models.PROTECT, related_name="sheets")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)

    class Meta:
        """By agency."""

        ordering: ClassVar = ["period", "agency__code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["period", "agency"], name="one_sheet_of_an_agency"),
        ]

    @property
    def subject(self) -> str:
        """How the log names the sheet."""
        return f"sheet/{self.pk}"


class SheetDraft(models.Model):
    """What is being written for one measure; ``revision`` grows with each saving, so that nobody overwrites another."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="drafts")
    element_key = models.CharField(max_length=90)
    content = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    saved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        """One of a measure."""

        ordering: ClassVar = ["sheet", "element_key"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "element_key"], name="one_draft_of_a_measure"),
        ]


class SheetVersion(models.Model):
    """A sheet as it was submitted; ``content`` is by measure."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    submitted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["sheet", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "number"], name="one_version_of_a_sheet"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class SheetStep(models.Model):
    """One step a sheet took: who did it, when, and what was said; ``reasons`` are by the key of a measure."""

    class Step(models.TextChoices):
        """What was done."""

        SUBMIT = "submit", "送核 / submitted"
        SIGN = "sign", "核章 / signed"
        CHECK = "check", "檢核 / checked"
        SECOND_CHECK = "second_check", "複核 / checked again"
        RETURN = "return", "退回 / returned"
        ACCEPT = "accept", "接受 / accepted"
        LOCK = "lock", "鎖定 / locked"

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="steps")
    version = models.ForeignKey(SheetVersion, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=12, choices=Step.choices)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    reasons = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["sheet", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
