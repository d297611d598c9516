"""Asking stakeholders, and what they answered (art. 4(1))."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.cases.models.case import Case
from coretech.apps.people.models import Agency
from coretech.law.access import Secrecy

OUTSIDE_LEVELS = (Secrecy.OPEN, Secrecy.INTERNAL)
"""How secret a question may be: what is confidential opens to nobody without a signed agreement (art. 11)."""


class Consultation(models.Model):
    """A question to one stakeholder, by a link that only its holder has; ``token_sha256`` is all we keep of it.

    ``question`` is written for outsiders and of the ``level`` it states. ``asker`` is the agency that asks, none where
    the Office does.
    """

    class Group(models.TextChoices):
        """The groups of article 4(1)."""

        INDUSTRY = "industry", "產業 / industry"
        GOVERNMENT = "government", "政府 / government"
        ACADEMIA = "academia", "學術 / academia"
        RESEARCH = "research", "研究 / research"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    number = models.CharField(max_length=24, unique=True)
    asker = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=12, choices=Group.choices)
    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=200)
    question = models.TextField()
    level = models.CharField(
        max_length=12,
        choices=[(level.value, level.value) for level in OUTSIDE_LEVELS],
        default=Secrecy.OPEN.value,
    )
    answer_by = models.DateField()
    token_sha256 = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """In the order asked."""

        ordering: ClassVar = ["case", "pk"]

    @property
    def subject(self) -> str:
        """How the log names the consultation."""
        return f"consultation/{self.number}"


class ConsultationAnswer(models.Model):
    """A stakeholder's answer, under its receipt's number; the newest one counts."""

    class Consent(models.TextChoices):
        """How the answer may be told of."""

        NAMED = "named", "可具名引用 / by name"
        GROUP = "group", "僅標示類別 / by group only"
        NONE = "none", "不公開 / not at all"

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="answers")
    receipt = models.CharField(max_length=32, unique=True)
    text = models.TextField()
    consent = models.CharField(max_length=8, choices=Consent.choices)
    confidential = models.BooleanField(default=False)
    answered_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
