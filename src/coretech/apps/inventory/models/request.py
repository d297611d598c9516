"""What holders ask for, and notices of changed industry or technology (art. 10(2))."""

from typing import ClassVar

from django.db import models

from coretech.apps.inventory.models.candidate import Candidate
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Technology


class Request(models.Model):
    """A request or a notice, numbered and acknowledged; the authority decides whether to proceed, and says why.

    ``technology`` is None where something not on the list should be. The sender's details stay with the authority and
    the Office.
    """

    class Kind(models.TextChoices):
        """The two grounds of article 10(2)."""

        HOLDER = "holder_request", "持有者請求 / a holder asks"
        ENVIRONMENT = (
            "environment_changed",
            "產業環境或技術發展已變化 / industry or technology has changed",
        )

    class Decision(models.TextChoices):
        """What the authority decided."""

        PROCEED = "proceed", "辦理 / proceed"
        DECLINE = "decline", "不予辦理 / decline"

    number = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=24, choices=Kind.choices)
    technology = models.ForeignKey(Technology, null=True, on_delete=models.PROTECT, related_name="requests")
    aspect = models.CharField(max_length=12, choices=Candidate.Aspect.choices, blank=True)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sender = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    contact = models.EmailField(max_length=200)
    text = models.TextField()
    key = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField()
    answer_due = models.DateField()
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    candidate = models.OneToOneField(Candidate, null=True, on_delete=models.PROTECT, related_name="request")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the request."""
        return f"request/{self.number}"
