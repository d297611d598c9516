"""Bodies, their seats, who holds them, and the non-disclosure agreements signed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.kit.sentence import Sentence


class Body(models.Model):
    """The council (art. 3), the Office (art. 4) or an agency's panel (art. 8)."""

    class Kind(models.TextChoices):
        """Which of the three."""

        COUNCIL = "council", "審議會 / council"
        OFFICE = "office", "辦公室 / Office"
        PANEL = "panel", "專家審查會 / panel"

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
    """A person in a seat between two days, both included; ``left_on`` where the post was left before the end."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="appointments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    post_zh = models.CharField(max_length=80, blank=True)
    start = models.DateField()
    end = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        """By seat."""

        ordering: ClassVar = ["seat__number", "start"]


class AgreementText(models.Model):
    """One version of the non-disclosure agreement's text (art. 11)."""

    version = models.PositiveSmallIntegerField(unique=True)
    zh = models.TextField()
    en = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        """Never changed; a new version follows."""

        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]


class Agreement(models.Model):
    """A person's signature under one version of the text."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreements")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT)
    signed_at = models.DateTimeField()
    signed_name = models.CharField(max_length=80)

    class Meta:
        """One signature per text; never changed."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "text"], name="one_signature_per_text")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [append_only()]
