"""Files too large to read while somebody waits at a page: kept until a job has taken them."""

from typing import ClassVar

from django.db import models

from coretech.apps.people.models import Person
from coretech.apps.supplies.models.returns import Batch


class Intake(models.Model):
    """A file that a job reads; ``content`` is emptied once that is over, one way or another.

    ``read`` counts the lines so far. ``faults`` lists what was wrong as the pages show it, ``fault_count`` counts all.
    """

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "等候讀入 / waiting"
        TAKEN = "taken", "已登錄 / recorded"
        REFUSED = "refused", "有誤，未登錄 / refused"
        WITHDRAWN = "withdrawn", "已撤回 / withdrawn"

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    year = models.PositiveIntegerField(null=True)
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    read = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    fault_count = models.PositiveIntegerField(default=0)
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the file."""
        return f"supply-file/{self.pk}"
