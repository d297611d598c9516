"""Cases, their dossiers in versions, the panel's review and the Office's check."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.cases.states import STATE_NAMES, State
from coretech.apps.inventory.models import Candidate
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.sentence import Sentence


class Case(models.Model):
    """One proposal: to identify a technology, or to change a listed one.

    ``lock`` counts the writes to the case; a form brings back the one it saw, so that two clerks never overwrite each
    other.
    """

    reference = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=16, choices=Candidate.Kind.choices)
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


class Part(models.Model):
    """One version of one part of the dossier; the newest one counts."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=24)
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    harms = models.JSONField(default=list)
    limbs = models.JSONField(default=list)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["name", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "name", "version"], name="one_version_of_a_part")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]


class PanelReview(models.Model):
    """What the agency's panel found (art. 8)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    present = models.PositiveSmallIntegerField()
    in_favour = models.PositiveSmallIntegerField()
    opinion = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]


class OfficeCheck(models.Model):
    """What the Office found when it checked a submission."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="checks")
    passed = models.BooleanField()
    note = models.TextField()
    checked_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]


class PreAnnouncement(models.Model):
    """A draft made public before the announcement, open to comments until the end of a day."""

    document_number = models.CharField(max_length=80, unique=True)
    published_on = models.DateField()
    comments_until = models.DateField()
    cases = models.ManyToManyField(Case, related_name="pre_announcements")

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-published_on", "-pk"]

    def open_on(self, day: dt.date) -> bool:
        """Whether comments are taken on a day."""
        return self.published_on <= day <= self.comments_until


class Comment(models.Model):
    """A comment on a pre-announcement, and what became of it. The sender's details stay with the Office."""

    class Disposition(models.TextChoices):
        """What became of it."""

        ACCEPTED = "accepted", "採納 / accepted"
        PARTLY = "partly", "部分採納 / accepted in part"
        NOTED = "noted", "納入參考 / noted"
        DECLINED = "declined", "未採納 / not accepted"

    pre_announcement = models.ForeignKey(PreAnnouncement, on_delete=models.PROTECT, related_name="comments")
    sender = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    received_at = models.DateTimeField()
    disposition = models.CharField(max_length=16, choices=Disposition.choices, blank=True)
    reply = models.TextField(blank=True)
    disposed_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]
