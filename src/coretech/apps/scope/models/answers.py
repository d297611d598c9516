"""What the authority answers, and what of it is told to everybody."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.register.models import Announcement, ItemVersion, RegisterItem
from coretech.apps.scope.models.question import AskedTechnology
from coretech.apps.scope.models.reading import Verdict
from coretech.kit.sentence import Sentence


class Answer(models.Model):
    """The authority's answer about one technology; a later one takes its place.

    ``version`` is what the list said of the item then, and ``edition`` which list it was answered by: where either
    has changed since, the answer is to be looked at again. ``item`` is None where no item was near. The reasons are
    sealed, for they may repeat what is secret.
    """

    technology = models.ForeignKey(AskedTechnology, on_delete=models.PROTECT, related_name="answers")
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    item = models.ForeignKey(RegisterItem, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(ItemVersion, null=True, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Announcement, null=True, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    valid_until = models.DateField(null=True)
    answered_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["technology", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class AnswerDigest(models.Model):
    """An answer told without its asker: drafted, put to the asker, then published as a precedent.

    The asker may object until ``objections_until``; a new draft begins that time anew.
    """

    class State(models.TextChoices):
        """Where it stands."""

        PUT = "put", "徵詢詢問人意見 / put to the asker"
        AGREED = "agreed", "詢問人同意 / the asker agrees"
        OBJECTED = "objected", "詢問人反對 / the asker objects"
        PUBLISHED = "published", "已公開 / published"

    number = models.CharField(max_length=24, unique=True)
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="digest")
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300)
    reasons_zh = models.TextField()
    reasons_en = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.PUT)
    put_at = models.DateTimeField()
    objections_until = models.DateField()
    objection = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the digest."""
        return f"digest/{self.number}"

    @property
    def name(self) -> Sentence:
        """The technology in words that point at nobody."""
        return Sentence(self.name_zh, self.name_en)

    @property
    def reasons(self) -> Sentence:
        """Why it was answered so."""
        return Sentence(self.reasons_zh, self.reasons_en)
