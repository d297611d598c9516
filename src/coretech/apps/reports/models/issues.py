"""Coordination issues raised from reports, across agencies, of money or of law; each with an owner."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.people.models import Agency, Person
from coretech.apps.plans.models import Plan
from coretech.apps.reports.models.periods import Sheet


class CoordinationIssue(models.Model):
    """Something one agency cannot settle alone.

    ``meeting`` and ``item`` are the special meeting it was last put to, and its place on the agenda there.
    """

    class Kind(models.TextChoices):
        """What it is about."""

        CROSS_AGENCY = "cross_agency", "跨機關 / across agencies"
        BUDGET = "budget", "經費 / budget"
        LAW = "law", "法規 / law"
        OTHER = "other", "其他 / other"

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "待處理 / open"
        IN_HAND = "in_hand", "處理中 / in hand"
        DECIDED = "decided", "已決定，執行中 / decided, being carried out"
        CLOSED = "closed", "已結案 / closed"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="issues")
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="issues")
    element_key = models.CharField(max_length=90, blank=True)
    raised_by = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=200)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    due_on = models.DateField(null=True)
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.TextField(blank=True)
    raised_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the issue."""
        return f"issue/{self.pk}"


class IssueStep(models.Model):
    """What was done with an issue, and said of it; ``state`` is where it stood afterwards."""

    class Step(models.TextChoices):
        """What was done."""

        RAISE = "raise", "提出 / raised"
        TAKE = "take", "指定主辦 / owner named"
        PUT = "put", "提專案會議 / put to a meeting"
        ANSWER = "answer", "回報 / answered"
        DECIDE = "decide", "決定 / decided"
        CLOSE = "close", "結案 / closed"

    issue = models.ForeignKey(CoordinationIssue, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=6, choices=Step.choices)
    state = models.CharField(max_length=8, choices=CoordinationIssue.State.choices)
    note = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["issue", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
