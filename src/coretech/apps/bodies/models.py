"""Bodies, their seats, who holds them or stands in, and the non-disclosure agreements signed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.kit.sentence import Sentence


class Body(models.Model):
    """The council (art. 3), the Office (art. 4), its advisers (art. 4(3)) or an agency's panel (art. 8).

    Or those who meet on the plans that an agency controls, of whom the regulation says nothing.
    """

    class Kind(models.TextChoices):
        """Which of the five."""

        COUNCIL = "council", "審議會 / council"
        OFFICE = "office", "辦公室 / Office"
        ADVISERS = "advisers", "諮詢委員 / advisers"
        PANEL = "panel", "專家審查會 / panel"
        COORDINATION = "coordination", "專案會議 / coordination"

    kind = models.CharField(max_length=16, choices=Kind.choices)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)

    class Meta:
        """One of a kind in each agency."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "agency"], name="one_body_of_a_kind")
        ]

    @property
    def name(self) -> Sentence:
        """The body's name in both languages."""
        return Sentence(self.name_zh, self.name_en)


class Seat(models.Model):
    """A place on a body: its number, the category of article 3 or the group of article 8, and whom it represents."""

    class Group(models.TextChoices):
        """The three groups a panel draws on (art. 8)."""

        AGENCY = "agency", "機關代表 / agency"
        EXPERT = "expert", "專家學者 / expert"
        INDUSTRY = "industry", "產業界人士 / industry"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField()
    category = models.PositiveSmallIntegerField(null=True)
    group = models.CharField(max_length=16, choices=Group.choices, blank=True)
    convener = models.BooleanField(default=False)
    represents = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT)

    class Meta:
        """By number."""

        ordering: ClassVar = ["body", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "number"], name="one_seat_of_a_number"),
            models.UniqueConstraint(fields=["body"], condition=models.Q(convener=True), name="one_convener"),
        ]


class Appointment(models.Model):
    """A person in a seat between two days, both included; ``left_on`` where the seat was left before the end.

    ``fills`` is the appointment whose vacancy this one fills, to the end of that term (art. 3(3)).
    """

    class Leaving(models.TextChoices):
        """Why a seat was left before the end."""

        POST = "post", "隨本職異動 / left the post"
        RESIGNED = "resigned", "辭任 / resigned"
        RELIEVED = "relieved", "解聘（派） / relieved"
        DIED = "died", "死亡 / died"

    class Convening(models.TextChoices):
        """By what a convener convenes: the council's minister (art. 3(1)), a panel's head or delegate (art. 8(2))."""

        MINISTER = "minister", "國科會主任委員 / minister"
        DEPUTY_MINISTER = "deputy_minister", "國科會副主任委員 / deputy minister"
        HEAD = "head", "機關首長 / head"
        STAFF_DELEGATE = "staff_delegate", "首長指派之機關人員 / delegate on the staff"
        OUTSIDE_DELEGATE = "outside_delegate", "首長指派之外部人士 / outside delegate"

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    post_zh = models.CharField(max_length=80, blank=True)
    post_en = models.CharField(max_length=120, blank=True)
    start = models.DateField()
    end = models.DateField()
    left_on = models.DateField(null=True)
    left_why = models.CharField(max_length=12, choices=Leaving.choices, blank=True)
    convenes_as = models.CharField(max_length=16, choices=Convening.choices, blank=True)
    fills = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="filled_by")

    class Meta:
        """By seat."""

        ordering: ClassVar = ["seat__number", "start"]

    @property
    def post(self) -> Sentence | None:
        """The post behind the seat, in both languages, or None where none is known."""
        return Sentence(self.post_zh, self.post_en or self.post_zh) if self.post_zh else None

    @property
    def subject(self) -> str:
        """How the log names the appointment."""
        return f"appointment/{self.pk}"


class Designation(models.Model):
    """Whom an agency sends in a member's place on one day (art. 5(4)); the newest one counts, none takes it back."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="designations")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="designations")
    on = models.DateField()
    cause = models.CharField(max_length=200)
    designated_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class PanelRules(models.Model):
    """How an agency's panel meets and decides (art. 8(3)), from a day on; the newest in force counts."""

    class Quorum(models.TextChoices):
        """How many of those in office must attend."""

        HALF = "half", "二分之一以上 / half or more"
        MORE_THAN_HALF = "more_than_half", "過半數 / more than half"
        TWO_THIRDS = "two_thirds", "三分之二以上 / two thirds or more"

    class Majority(models.TextChoices):
        """How many of those who may vote must be for it."""

        MORE_THAN_HALF = "more_than_half", "出席過半數 / more than half of those attending"
        VOTES_CAST = "votes_cast", "同意多於不同意 / more for than against"
        TWO_THIRDS = "two_thirds", "出席三分之二以上 / two thirds of those attending"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="rules")
    valid_from = models.DateField()
    quorum = models.CharField(max_length=16, choices=Quorum.choices, default=Quorum.HALF)
    majority = models.CharField(max_length=16, choices=Majority.choices, default=Majority.MORE_THAN_HALF)
    term_months = models.PositiveSmallIntegerField(default=24)
    changes_allowed = models.BooleanField(default=False)
    procedure = models.TextField(blank=True)
    set_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["body", "valid_from", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class AgreementText(models.Model):
    """One version of the non-disclosure agreement's text (art. 11).

    With ``supersedes_on`` set, signatures under earlier versions no longer suffice from that day.
    """

    version = models.PositiveSmallIntegerField(unique=True)
    zh = models.TextField()
    en = models.TextField()
    digest = models.CharField(max_length=64)
    supersedes_on = models.DateField(null=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Never changed; a new version follows."""

        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Agreement(models.Model):
    """A person's signature under one version of the text."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreements")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT)
    signed_at = models.DateTimeField()
    signed_name = models.CharField(max_length=80)

    class Meta:
        """Oldest first; never changed. Whoever withdrew one may sign the same text again."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Withdrawal(models.Model):
    """That a person took a signature back: nothing confidential opens any more; what was learnt stays secret."""

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Never changed."""

        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
