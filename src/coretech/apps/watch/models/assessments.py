"""What a person made of a technology's signals, and the candidate that came of it."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.inventory.models import Candidate
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


class Assessment(models.Model):
    """A person's word on a technology's signals up to a moment; the newest of a technology counts.

    ``topic`` is the technology's key in `coretech.apps.watch.signals.topics`, and the names are those it had then.
    ``sources`` are the signals it rests on, as they stood: ``{"kind", "zh", "en", "dated", "href"}`` each.
    """

    class Verdict(models.TextChoices):
        """What follows."""

        WATCH = "watch", "持續觀測 / watch"
        PROPOSE = "propose", "建議提報 / propose"
        NONE = "none", "無須處理 / none"

    topic = models.CharField(max_length=120, db_index=True)
    zh = models.CharField(max_length=300)
    en = models.CharField(max_length=300)
    verdict = models.CharField(max_length=7, choices=Verdict.choices)
    reasons = models.TextField()
    sources = models.JSONField(default=list)
    until = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Newest first; never changed."""

        ordering: ClassVar = ["-pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def name(self) -> Sentence:
        """The technology, as it was called then."""
        return Sentence(self.zh, self.en)

    @property
    def subject(self) -> str:
        """How the log names it."""
        return f"assessment/{self.pk}"


class AssessmentCandidate(models.Model):
    """The candidate that was made of an assessment that proposes one."""

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="proposed")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="assessments")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
