"""What belongs to a technology that is watched: definitions in versions, and judgements of how well they hit."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


class WatchedTechnology(models.Model):
    """A technology that is watched; ``newest`` is the number of the definition that counts.

    ``item`` is the number of the register item it stands for, where it stands for one.
    """

    class Origin(models.TextChoices):
        """Whose technology it is."""

        REGISTER = "register", "清單項目 / register item"
        AREA = "area", "外國清單領域 / area of foreign lists"
        BRIEFING = "briefing", "簡報所列 / named in the briefing"
        OWN = "own", "自訂 / our own"

    code = models.CharField(max_length=40, unique=True)
    zh = models.CharField(max_length=120)
    en = models.CharField(max_length=200)
    origin = models.CharField(max_length=8, choices=Origin.choices)
    item = models.PositiveSmallIntegerField(null=True)
    newest = models.PositiveIntegerField(default=0)

    class Meta:
        """In the order they came."""

        ordering: ClassVar = ["pk"]

    @property
    def name(self) -> Sentence:
        """The name in both languages."""
        return Sentence(self.zh, self.en)

    @property
    def subject(self) -> str:
        """How the log names it."""
        return f"watch/{self.code}"


class Definition(models.Model):
    """One version of what belongs to a technology: ways to belong by kind, and what is left out.

    Each entry of ``topics``, ``words_zh``, ``words_en`` and ``without`` is a term of the query language of
    `coretech.engines.indicators.queries`, or several joined by ``AND``.
    """

    technology = models.ForeignKey(WatchedTechnology, on_delete=models.PROTECT, related_name="definitions")
    number = models.PositiveIntegerField()
    topics = models.JSONField(default=list)
    words_zh = models.JSONField(default=list)
    words_en = models.JSONField(default=list)
    without = models.JSONField(default=list)
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["technology", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["technology", "number"], name="one_watch_definition_of_a_number")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Relevance(models.Model):
    """Whether a work that a definition found is about the technology; the newest about a work counts.

    ``work`` is the work's identifier in its source, such as ``W2741809807``.
    """

    class Answer(models.TextChoices):
        """Yes, no, or not to be told."""

        YES = "yes", "相關 / relevant"
        NO = "no", "不相關 / not relevant"
        UNSURE = "unsure", "無法判斷 / unsure"

    definition = models.ForeignKey(Definition, on_delete=models.PROTECT, related_name="judgements")
    work = models.CharField(max_length=200)
    answer = models.CharField(max_length=6, choices=Answer.choices)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
