"""Declarations of interest, and the chair's orders to step aside (art. 12)."""

from typing import ClassVar, Self

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models.meeting import Item
from coretech.apps.people.models import Person


class Declarations(models.QuerySet["Declaration"]):
    """Declarations and orders."""

    def standing(self) -> Self:
        """Those that count: without the orders that were given in error and lifted."""
        return self.filter(lift=None)


class Declaration(models.Model):
    """Whether whoever sits in a seat has an interest in an item (art. 12); the person's newest one counts.

    ``kinship`` and ``detail`` are confidential; the record shows only the class of the ground. A row with
    ``ordered_by`` is the chair's order, not the person's own word.
    """

    class Ground(models.TextChoices):
        """The classes of article 12, and the chair's order; blank where there is none."""

        SELF = "self", "本人 / oneself"
        SPOUSE = "spouse", "配偶 / spouse"
        RELATIVE = "relative", "二親等以內親屬 / relative within the second degree"
        HOUSEHOLD = "household", "共同生活家屬 / household"
        UNASKED = "unasked", "自請迴避 / steps aside unasked"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="declarations")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    interest = models.BooleanField()
    kinship = models.JSONField(default=list)
    cohabiting = models.BooleanField(default=False)
    detail = models.TextField(blank=True)
    recused = models.BooleanField()
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    on_paper = models.BooleanField(default=False)
    ordered_by = models.ForeignKey(Appointment, null=True, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()

    objects = Declarations.as_manager()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class RecusalLift(models.Model):
    """An order to step aside that was given in error, taken back before the vote; the order itself stays on record.

    ``lifted_by`` is the chair's seat; None where the Office, or for a panel its agency, did it. ``why`` stands in the
    minutes.
    """

    declaration = models.OneToOneField(Declaration, on_delete=models.PROTECT, related_name="lift")
    lifted_by = models.ForeignKey(Appointment, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    lifted_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
