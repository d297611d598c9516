"""Typed indicators of a plan, their definitions and targets in versions, and what was observed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.plans.models import Plan, PlanVersion
from coretech.engines.progress.kinds import Direction, Kind, Nature


class Indicator(models.Model):
    """Something measured for a plan's element, as a thing that outlives its definitions.

    ``element_key`` is the plan's element it belongs to; ``target_key`` the plan's target it was read from, empty where
    somebody set it up.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="indicators")
    key = models.CharField(max_length=110)
    element_key = models.CharField(max_length=90)
    target_key = models.CharField(max_length=90, blank=True)

    class Meta:
        """In the order they came; never changed."""

        ordering: ClassVar = ["plan", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="one_indicator_of_a_key"),
        ]
        indexes: ClassVar = [models.Index(fields=["plan", "element_key"], name="indicators_of_an_element")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class IndicatorDefinition(models.Model):
    """What an indicator means from its recording on; the highest number holds.

    ``proposed`` is True for what was derived from the document, until a person confirms it; ``reason_zh`` and
    ``reason_en`` say why this kind. ``start`` and ``end`` are ROC years.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="definitions")
    number = models.PositiveIntegerField()
    name = models.TextField()
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Kind])
    direction = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Direction])
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    baseline_note = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    version = models.ForeignKey(PlanVersion, null=True, on_delete=models.PROTECT, related_name="+")
    proposed = models.BooleanField(default=False)
    reason_zh = models.TextField(blank=True)
    reason_en = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["indicator", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "number"], name="one_definition_of_a_number"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class IndicatorTarget(models.Model):
    """What a definition wants in a ROC year; no row where the document prints a dash."""

    definition = models.ForeignKey(IndicatorDefinition, on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveIntegerField()
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    upper = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    comparator = models.CharField(max_length=12)
    words = models.TextField(blank=True)
    line = models.PositiveIntegerField(null=True)

    class Meta:
        """By year; never changed."""

        ordering: ClassVar = ["definition", "year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["definition", "year"], name="one_target_of_a_year"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Observation(models.Model):
    """A figure that was reported, in the indicator's unit, with what was given; a restated one keeps the old.

    ``quarter`` is None for a whole year. ``period`` is the reporting period it came with, None where it came otherwise.
    ``demonstration`` marks a made-up figure.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    year = models.PositiveIntegerField()
    quarter = models.PositiveSmallIntegerField(null=True)
    nature = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Nature])
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    done = models.BooleanField(null=True)
    words = models.TextField(blank=True)
    given_value = models.CharField(max_length=60, blank=True)
    given_unit = models.CharField(max_length=40, blank=True)
    period = models.ForeignKey(
        "ReportingPeriod", null=True, on_delete=models.PROTECT, related_name="observations"
    )
    restates = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="restated_by")
    why = models.TextField(blank=True)
    demonstration = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        """By time; never changed."""

        ordering: ClassVar = ["indicator", "year", "quarter", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
