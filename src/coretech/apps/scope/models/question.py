"""Official questions: is my technology within an item of the list? Numbered, answered by the item's authority."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.apps.register.models import RegisterItem


class Question(models.Model):
    """One question about at most six technologies; the asker follows it by a secret address.

    ``due_on`` is the Office's own target, no law's; while the asker is asked back, ``stopped_on`` is since when its
    clock stands still. Who asks stays with the authority and the Office.
    """

    class Asker(models.TextChoices):
        """Who asks."""

        COMPANY = "company", "公司 / company"
        INSTITUTE = "institute", "大學或研究機構 / university or institute"
        AGENCY = "agency", "政府機關 / government agency"
        PERSON = "person", "個人 / person"

    class State(models.TextChoices):
        """Where it stands."""

        RECEIVED = "received", "已收件 / received"
        IN_HAND = "in_hand", "處理中 / in hand"
        ASKED_BACK = "asked_back", "待補充說明 / the asker is asked back"
        ANSWERED = "answered", "已答覆 / answered"
        WITHDRAWN = "withdrawn", "已撤回 / withdrawn"

    number = models.CharField(max_length=24, unique=True)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    asker = models.CharField(max_length=12, choices=Asker.choices)
    sender = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    contact = models.EmailField(max_length=200)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="scope_questions"
    )
    key = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    stopped_on = models.DateField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def subject(self) -> str:
        """How the log names the question."""
        return f"question/{self.number}"


class AskedTechnology(models.Model):
    """One technology of a question, in words that are no secret, with the items it may fall under."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="technologies")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    description = models.TextField()
    figures = models.TextField(blank=True)
    items = models.ManyToManyField(RegisterItem, related_name="+")

    class Meta:
        """In the asker's order."""

        ordering: ClassVar = ["question", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "place"], name="one_technology_in_a_place")
        ]


class SealedText(models.Model):
    """A secret of the asker, sealed under the question's own key; it opens only to people named to the question.

    ``technology`` is the one it describes, None where it goes with the whole question. ``characters`` is how long
    the text is.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="sealed_texts")
    technology = models.ForeignKey(
        AskedTechnology, null=True, on_delete=models.PROTECT, related_name="sealed_texts"
    )
    title = models.CharField(max_length=160)
    characters = models.PositiveIntegerField()
    sealed = models.BinaryField()
    handed_in_at = models.DateTimeField()

    class Meta:
        """As they came; never changed."""

        ordering: ClassVar = ["question", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class QuestionStep(models.Model):
    """What was done with a question, and said of it; ``state`` is where it stood afterwards.

    ``by`` is None where the asker took the step.
    """

    class Step(models.TextChoices):
        """What was done."""

        ASK = "ask", "提出 / asked"
        TAKE = "take", "受理 / taken in hand"
        TRANSFER = "transfer", "移送 / transferred"
        ASK_BACK = "ask_back", "請補充說明 / asked back"
        REPLY = "reply", "補充說明 / replied"
        ANSWER = "answer", "答覆 / answered"
        WITHDRAW = "withdraw", "撤回 / withdrawn"

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=8, choices=Step.choices)
    state = models.CharField(max_length=12, choices=Question.State.choices)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["question", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
