"""A case, and the technologies it touches."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.cases.states import STATE_NAMES, State
from coretech.apps.inventory.models import Candidate
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.sentence import Sentence


class Case(models.Model):
    """One proposal: to identify a technology, or to change a listed one.

    ``aspect`` says what of a listed item would change; ``follows`` is the ended case it takes up again.

    ``lock`` counts the writes to the case; a form brings back the one it saw, so that two clerks never overwrite each
    other.
    """

    reference = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=16, choices=Candidate.Kind.choices)
    aspect = models.CharField(max_length=12, choices=Candidate.Aspect.choices, blank=True)
    state = models.CharField(max_length=16, choices=[(s.value, STATE_NAMES[s].zh) for s in State])
    candidate = models.OneToOneField(Candidate, on_delete=models.PROTECT)
    technology = models.ForeignKey(Technology, on_delete=models.PROTECT)
    submitter = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    by_office = models.BooleanField(default=False)
    other_authority_invited = models.BooleanField(default=False)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT)
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300)
    ground = models.CharField(max_length=24, blank=True)
    scope_zh = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followed_by")
    opened_at = models.DateTimeField()
    lock = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        """The reference."""
        return self.reference

    @property
    def name(self) -> Sentence:
        """The proposed name in both languages."""
        return Sentence(self.name_zh, self.name_en)

    @property
    def stands_at(self) -> State:
        """Where the case stands."""
        return State(self.state)

    @property
    def subject(self) -> str:
        """How the log names the case."""
        return f"case/{self.reference}"

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies whose matter it is: who submits it, and the other authority once invited."""
        invited = {self.authority.code} if self.other_authority_invited else set()
        return frozenset({self.submitter.code} | invited)


class Affected(models.Model):
    """A technology a case touches: listed ones it starts from, and what comes out of it.

    A renaming has one source and one result, a split one source and several results, a merger the reverse, a removal
    a source alone, an identification a result alone.
    """

    class Role(models.TextChoices):
        """Whether the technology goes in or comes out."""

        SOURCE = "source", "原項目 / source"
        RESULT = "result", "結果 / result"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="affected")
    role = models.CharField(max_length=8, choices=Role.choices)
    order = models.PositiveSmallIntegerField()
    technology = models.ForeignKey(Technology, null=True, on_delete=models.PROTECT, related_name="+")
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300)
    scope_zh = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Sources first, each in order."""

        ordering: ClassVar = ["case", "-role", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "role", "order"], name="one_affected_in_a_place")
        ]

    @property
    def name(self) -> Sentence:
        """The name in both languages."""
        return Sentence(self.name_zh, self.name_en)


class Amendment(models.Model):
    """What the council changed in a proposal before deciding it: as proposed, and as amended."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="amendments")
    before = models.JSONField()
    after = models.JSONField()
    why = models.TextField()
    amended_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
