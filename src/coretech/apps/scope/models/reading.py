"""Who may read the asker's secrets: named to the question, and having declared; and what experts make of them."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.apps.scope.models.question import AskedTechnology, Question


class NamedReader(models.Model):
    """Somebody named to a question: an officer of its authority, or an expert of its panel.

    ``ended_at`` is when the naming ended, as with every transfer to another authority.
    """

    class Part(models.TextChoices):
        """As what somebody is named."""

        OFFICER = "officer", "承辦人 / officer"
        EXPERT = "expert", "專家 / expert"

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=Part.choices)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; a person once at a time."""

        ordering: ClassVar = ["question", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["question", "person"],
                condition=models.Q(ended_at=None),
                name="one_naming_of_a_person_to_a_question",
            )
        ]


class ReaderDeclaration(models.Model):
    """A named reader's word on whether there is an interest; whoever has one reads nothing (art. 12)."""

    reader = models.ForeignKey(NamedReader, on_delete=models.PROTECT, related_name="declarations")
    interest = models.BooleanField()
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["reader", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Verdict(models.TextChoices):
    """What is said of a technology."""

    IN_SCOPE = "in", "屬項目範疇 / in scope"
    OUT = "out", "不屬範疇 / out of scope"
    PARTLY = "partly", "部分屬範疇 / partly in scope"
    CANNOT_TELL = "cannot_tell", "無法判斷 / cannot tell"


class ExpertOpinion(models.Model):
    """What an expert says of one technology; advice, which binds nobody."""

    reader = models.ForeignKey(NamedReader, on_delete=models.PROTECT, related_name="opinions")
    technology = models.ForeignKey(AskedTechnology, on_delete=models.PROTECT, related_name="opinions")
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["technology", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
