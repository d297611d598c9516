"""What an agency's judgements have taught of terms, in versions."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person


class TermModel(models.Model):
    """One version of an agency's term weights: the judgements it was learned from, and how boldly.

    ``weights`` holds, by item, ``[term, weight, accepted, rejected]`` of each term, the heaviest first.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="term_models")
    number = models.PositiveIntegerField()
    parameters = models.JSONField()
    judgements = models.JSONField()
    weights = models.JSONField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """An agency's newest first; never changed."""

        ordering: ClassVar = ["agency", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_term_model_of_a_number")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def subject(self) -> str:
        """How the log names the version."""
        return f"term-model/{self.pk}"
