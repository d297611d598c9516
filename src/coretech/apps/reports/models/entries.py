"""What a locked sheet says, row by row, the amendments to it, and each measure's standing at the end of a period."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.apps.reports.models.periods import ReportingPeriod, Sheet


class Entry(models.Model):
    """What was reported of a measure, or of one of its work items where ``work_key`` is told; written at the lock.

    ``standing`` is a work item's, by `engines.progress.schedule.Standing`; ``own_light`` the officer's own judgement of
    the measure with ``own_reason``. ``demonstration`` marks made-up words and figures.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="entries")
    element_key = models.CharField(max_length=90)
    work_key = models.CharField(max_length=90, blank=True)
    standing = models.CharField(max_length=12, blank=True)
    done_share = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    progress = models.TextField(blank=True)
    highlights = models.TextField(blank=True)
    next_work = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    own_light = models.CharField(max_length=8, blank=True)
    own_reason = models.TextField(blank=True)
    demonstration = models.BooleanField(default=False)

    class Meta:
        """In the order they were written; never changed."""

        ordering: ClassVar = ["sheet", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "element_key", "work_key"], name="one_entry_of_a_row"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["sheet"],
                condition=models.Q(demonstration=True, work_key=""),
                name="entries_made_up",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class MeasureStanding(models.Model):
    """A measure at the publication of a period: its lights and counts, computed once by the rules of the day.

    ``reckoned`` keeps what `engines.progress` said of its indicators, with the figures it used; ``out_of_pace`` counts
    those of them that are behind what was due.
    """

    period = models.ForeignKey(ReportingPeriod, on_delete=models.PROTECT, related_name="standings")
    element_key = models.CharField(max_length=90)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    light = models.CharField(max_length=8)
    own_light = models.CharField(max_length=8, blank=True)
    not_yet = models.PositiveIntegerField(default=0)
    under_way = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    overdue = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)
    out_of_pace = models.PositiveIntegerField(default=0)
    reckoned = models.JSONField(default=dict)

    class Meta:
        """In the order they were written; never changed."""

        ordering: ClassVar = ["period", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["period", "element_key", "agency"],
                nulls_distinct=False,
                name="one_standing_of_a_measure",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["period", "agency", "light", "own_light"],
                include=["id", "element_key", "overdue", "out_of_pace"],
                name="standings_counted",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Amendment(models.Model):
    """A late fact about a published entry: what is to be read with it from now on; the entry itself stays."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="amendments")
    text = models.TextField()
    why = models.TextField()
    filed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["entry", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class AmendmentRuling(models.Model):
    """What the controller decided of an amendment; only an accepted one is published."""

    amendment = models.OneToOneField(Amendment, on_delete=models.PROTECT, related_name="ruling")
    accepted = models.BooleanField()
    why = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
