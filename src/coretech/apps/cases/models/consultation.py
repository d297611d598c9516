"""Asking stakeholders, and what they answered (art. 4(1))."""

from typing import ClassVar

from django.db import models

from coretech.apps.cases.models.case import Case


class Consultation(models.Model):
    """A question to one stakeholder, by a link that only its holder has; ``token_sha256`` is all we keep of it."""

    class Group(models.TextChoices):
        """The groups of article 4(1)."""

        INDUSTRY = "industry", "產業 / industry"
        GOVERNMENT = "government", "政府 / government"
        ACADEMIA = "academia", "學術 / academia"
        RESEARCH = "research", "研究 / research"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    number = models.CharField(max_length=24, unique=True)
    group = models.CharField(max_length=12, choices=Group.choices)
    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=200)
    question = models.TextField()
    answer_by = models.DateField()
    token_sha256 = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """In the order asked."""

        ordering: ClassVar = ["case", "pk"]


class ConsultationAnswer(models.Model):
    """A stakeholder's answer; the newest one counts."""

    class Consent(models.TextChoices):
        """How the answer may be told of."""

        NAMED = "named", "可具名引用 / by name"
        GROUP = "group", "僅標示類別 / by group only"
        NONE = "none", "不公開 / not at all"

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    consent = models.CharField(max_length=8, choices=Consent.choices)
    confidential = models.BooleanField(default=False)
    answered_at = models.DateTimeField()

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]
