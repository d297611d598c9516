"""A meeting and the items on its agenda."""

import datetime as dt
import secrets
from typing import ClassVar

from django.db import models

from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.cases.models import Case
from coretech.apps.people.models import Agency, Person
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence


def new_screen_key() -> str:
    """A secret that nobody guesses, for the address of a projector's view."""
    return secrets.token_urlsafe(16)


class Meeting(models.Model):
    """One meeting of a body, from notice to close.

    ``chair`` presides where it is not the convener; ``current`` is the item taken up; ``notice`` counts the notices
    sent, so that a calendar takes the newest; ``screen_key`` is the secret in the projector's address. ``agencies`` are
    those called to a coordination meeting, and empty for every other body, which meets whole.
    """

    class Kind(models.TextChoices):
        """Regular, or called when needed (art. 5(1))."""

        REGULAR = "regular", "定期會議 / regular"
        EXTRAORDINARY = "extraordinary", "臨時會議 / extraordinary"

    class State(models.TextChoices):
        """Where the meeting stands."""

        CALLED = "called", "已通知 / called"
        OPEN = "open", "進行中 / open"
        SUSPENDED = "suspended", "休息中 / suspended"
        CLOSED = "closed", "已散會 / closed"
        CANCELLED = "cancelled", "已取消 / cancelled"

    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    agencies = models.ManyToManyField(Agency, related_name="+")
    year = models.PositiveSmallIntegerField()
    session = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    held_on = models.DateField()
    begins_at = models.TimeField(default=dt.time(14))
    minutes_planned = models.PositiveSmallIntegerField(default=120)
    place = models.CharField(max_length=120)
    notice = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=9, choices=State.choices, default=State.CALLED)
    chair = models.ForeignKey(Appointment, null=True, on_delete=models.PROTECT, related_name="+")
    chair_why = models.CharField(max_length=200, blank=True)
    recorder = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    current = models.ForeignKey("Item", null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    screen_key = models.CharField(max_length=32, unique=True, default=new_screen_key)

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

    @property
    def begins(self) -> dt.datetime:
        """When it is called for, in Taipei."""
        return dt.datetime.combine(self.held_on, self.begins_at, TAIPEI)

    @property
    def ends(self) -> dt.datetime:
        """When it is planned to end."""
        return self.begins + dt.timedelta(minutes=self.minutes_planned)

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended: open, or suspended for a while."""
        return self.state in (self.State.OPEN, self.State.SUSPENDED)

    @property
    def over(self) -> bool:
        """Whether nothing more happens in it: closed, or cancelled."""
        return self.state in (self.State.CLOSED, self.State.CANCELLED)


class Item(models.Model):
    """One thing on an agenda: a case to decide, or a report or motion without one; and what was decided.

    ``chair`` presides over this item alone, where the meeting's chair is recused. ``quorum`` and ``resolution`` are
    the rulings as they were; ``reading`` is the one the chair recorded where readings differed. ``tally`` holds
    ``for``, ``against`` and ``abstain``, and is there only once the vote has closed; ``hand_count`` is the same for
    a show of hands that was counted and not yet closed, with the seats that were counted. ``round`` grows when a vote
    is annulled, and the votes of each round stay apart.
    """

    class Kind(models.TextChoices):
        """What it is."""

        CASE = "case", "討論事項：案件 / case"
        DISCUSSION = "discussion", "討論事項 / discussion"
        REPORT = "report", "報告事項 / report"
        MOTION = "motion", "臨時動議 / motion from the floor"

    class State(models.TextChoices):
        """Where the item stands."""

        LISTED = "listed", "待審 / listed"
        VOTING = "voting", "表決中 / voting"
        COUNTED = "counted", "待主席認定 / counted, the readings differ"
        DECIDED = "decided", "已決議 / decided"

    class Method(models.TextChoices):
        """How it is decided."""

        HANDS = "hands", "舉手表決 / show of hands"
        NAMED = "named", "記名表決 / named ballot"
        SECRET = "secret", "無記名表決 / secret ballot"
        CONSENT = "consent", "無異議通過 / without objection"

    class Outcome(models.TextChoices):
        """What was decided."""

        APPROVED = "approved", "通過 / approved"
        REJECTED = "rejected", "未通過 / not approved"
        DEFERRED = "deferred", "保留 / deferred"
        NOTED = "noted", "洽悉 / noted"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.CASE)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="items")
    title_zh = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.LISTED)
    method = models.CharField(max_length=8, choices=Method.choices, blank=True)
    changes_allowed = models.BooleanField(default=False)
    chair = models.ForeignKey(Appointment, null=True, on_delete=models.PROTECT, related_name="+")
    chair_why = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    quorum = models.JSONField(null=True)
    resolution = models.JSONField(null=True)
    round = models.PositiveSmallIntegerField(default=1)
    hand_count = models.JSONField(null=True)
    tally = models.JSONField(null=True)
    reading = models.CharField(max_length=40, blank=True)
    reading_why = models.TextField(blank=True)

    class Meta:
        """In order; a case stands once on an agenda."""

        ordering: ClassVar = ["meeting", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "case"], name="a_case_once_on_an_agenda"),
            models.UniqueConstraint(fields=["meeting", "order"], name="one_item_in_a_place"),
            models.CheckConstraint(
                condition=models.Q(kind="case", case__isnull=False)
                | (~models.Q(kind="case") & models.Q(case=None)),
                name="an_item_has_a_case_or_a_title",
            ),
        ]

    @property
    def subject(self) -> str:
        """How the log names the item."""
        return f"item/{self.pk}"

    @property
    def title(self) -> Sentence:
        """The case's name, or the item's own title."""
        return Sentence(self.title_zh, self.title_en) if self.case is None else self.case.name
