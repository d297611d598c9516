"""Meetings, agenda items, attendance, declarations and ballots."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.cases.models import Case
from coretech.apps.people.models import Person


class Meeting(models.Model):
    """One meeting of a body, from notice to close."""

    class Kind(models.TextChoices):
        """Regular, or called when needed (art. 5(1))."""

        REGULAR = "regular", "定期會議 / regular"
        EXTRAORDINARY = "extraordinary", "臨時會議 / extraordinary"

    class State(models.TextChoices):
        """Where the meeting stands."""

        CALLED = "called", "已通知 / called"
        OPEN = "open", "進行中 / open"
        CLOSED = "closed", "已散會 / closed"

    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    session = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    held_on = models.DateField()
    place = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State.choices, default=State.CALLED)

    class Meta:
        """Newest first; sessions are counted within a year."""

        ordering: ClassVar = ["-held_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year", "session"], name="one_session_of_a_number")
        ]

    @property
    def subject(self) -> str:
        """How the log names the meeting."""
        return f"meeting/{self.pk}"

    @property
    def day(self) -> dt.date:
        """The day the law is asked about."""
        return self.held_on


class Item(models.Model):
    """A case on a meeting's agenda, and what was decided."""

    class State(models.TextChoices):
        """Where the item stands."""

        LISTED = "listed", "待審 / listed"
        VOTING = "voting", "表決中 / voting"
        DECIDED = "decided", "已決議 / decided"

    class Outcome(models.TextChoices):
        """What the council decided."""

        APPROVED = "approved", "通過 / approved"
        REJECTED = "rejected", "未通過 / not approved"
        DEFERRED = "deferred", "保留 / deferred"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    state = models.CharField(max_length=8, choices=State.choices, default=State.LISTED)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    quorum = models.JSONField(null=True)
    resolution = models.JSONField(null=True)

    class Meta:
        """In order; a case stands once on an agenda."""

        ordering: ClassVar = ["meeting", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "case"], name="a_case_once_on_an_agenda"),
            models.UniqueConstraint(fields=["meeting", "order"], name="one_item_in_a_place"),
        ]


class Attendance(models.Model):
    """How a member in office attended: in person, by the agency's stand-in, on leave, or not at all."""

    class Status(models.TextChoices):
        """The four ways."""

        PRESENT = "present", "親自出席 / present"
        STAND_IN = "stand_in", "指派代表出席 / stand-in"
        LEAVE = "leave", "請假 / on leave"
        ABSENT = "absent", "缺席 / absent"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    status = models.CharField(max_length=8, choices=Status.choices)
    stand_in = models.ForeignKey(Person, null=True, on_delete=models.PROTECT)
    cause = models.CharField(max_length=200, blank=True)

    class Meta:
        """By seat; a stand-in is named exactly where there is one."""

        ordering: ClassVar = ["appointment__seat__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "appointment"], name="one_attendance_each"),
            models.CheckConstraint(
                condition=models.Q(status="stand_in", stand_in__isnull=False)
                | (~models.Q(status="stand_in") & models.Q(stand_in=None)),
                name="a_stand_in_has_a_name",
            ),
        ]


class Declaration(models.Model):
    """Whether a member has an interest in an item (art. 12); the newest one counts.

    ``kinship`` and ``detail`` are confidential; the record shows only that the member is recused.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="declarations")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    interest = models.BooleanField()
    kinship = models.JSONField(default=list)
    cohabiting = models.BooleanField(default=False)
    detail = models.TextField(blank=True)
    recused = models.BooleanField()
    on_paper = models.BooleanField(default=False)
    declared_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]


class Ballot(models.Model):
    """One member's vote on one item."""

    class Choice(models.TextChoices):
        """For, against, or abstaining."""

        FOR = "for", "贊成 / for"
        AGAINST = "against", "反對 / against"
        ABSTAIN = "abstain", "棄權 / abstain"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="ballots")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    choice = models.CharField(max_length=8, choices=Choice.choices)
    by_hand = models.BooleanField(default=False)
    cast_at = models.DateTimeField()

    class Meta:
        """One each; never changed."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "appointment"], name="one_ballot_each")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]
