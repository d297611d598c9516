"""What was reported of commodities: batches as they came in, their rows, and where imports come from."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.apps.supplies.models.commodities import Commodity, Reporter


class Batch(models.Model):
    """A file, form or call that brought returns.

    ``rows_sha256`` is over its returns and origins in canonical form, as `coretech.apps.audit.gathering` has it.
    """

    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows_sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    filed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    demonstration = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class SupplyReturn(models.Model):
    """What one reporter says of one period, in the commodity's unit; one that restates another keeps the old.

    The log answers for it through its batch. ``price`` is in NT dollars for a unit.
    ``converted_from`` is the unit the file had, where it was another, and ``note`` what the reporter says of a figure.
    """

    gathered_by: ClassVar = "batch"

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="returns")
    reporter = models.ForeignKey(Reporter, null=True, on_delete=models.PROTECT, related_name="returns")
    start = models.DateField()
    end = models.DateField()
    production = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    imports = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    exports = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    sales = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    consumption = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    stock = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    price = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    converted_from = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=400, blank=True)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="returns")
    line = models.PositiveIntegerField(null=True)
    restates = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="restated_by")

    class Meta:
        """By period; never changed."""

        ordering: ClassVar = ["commodity", "end", "pk"]
        indexes: ClassVar = [models.Index(fields=["commodity", "end"], name="returns_by_period")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class ImportOrigin(models.Model):
    """How much of a commodity came from where, as one return tells it; the log answers for it through its batch."""

    gathered_by: ClassVar = "batch"

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="origins")
    told_in = models.ForeignKey(SupplyReturn, on_delete=models.PROTECT, related_name="origins")
    start = models.DateField()
    end = models.DateField()
    origin = models.CharField(max_length=80)
    quantity = models.DecimalField(max_digits=20, decimal_places=4)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="origins")
    line = models.PositiveIntegerField(null=True)

    class Meta:
        """By period; never changed."""

        ordering: ClassVar = ["commodity", "end", "pk"]
        indexes: ClassVar = [models.Index(fields=["commodity", "end"], name="origins_by_period")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
