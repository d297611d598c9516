"""What a run found, a row for each technology and each country; never changed."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.watch.models.definitions import Definition, WatchedTechnology
from coretech.apps.watch.models.snapshots import Run


class Counted(models.Model):
    """The figures of a technology: by one definition, of one run.

    Columns are those of the table of technologies of `coretech.engines.indicators`. ``coverage`` has its counts,
    ``warnings`` the names of what to beware of. ``years`` has ``[year, works, top papers]``; ``parts`` each way to
    belong with ``[term, works, works that no way before it found]``; ``institutions`` ``[name, country, top papers]``;
    ``reading`` the most cited works of each year and ``sample`` works drawn at random, both as
    ``[id, title, year, citations, doi]``. ``rows_sha256`` is over its rows by country, as
    `coretech.apps.audit.gathering` has it.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="counted")
    technology = models.ForeignKey(WatchedTechnology, on_delete=models.PROTECT, related_name="counted")
    definition = models.ForeignKey(Definition, on_delete=models.PROTECT, related_name="+")
    works = models.PositiveIntegerField()
    leader = models.CharField(max_length=2, blank=True)
    runner_up = models.CharField(max_length=2, blank=True)
    lead_ratio = models.FloatField(null=True)
    hhi = models.FloatField(null=True)
    institutions_in_leader = models.PositiveSmallIntegerField(null=True)
    monopoly_risk = models.CharField(max_length=6, blank=True)
    growth = models.FloatField(null=True)
    growth_low = models.FloatField(null=True)
    growth_high = models.FloatField(null=True)
    coverage = models.JSONField()
    warnings = models.JSONField()
    years = models.JSONField()
    parts = models.JSONField()
    institutions = models.JSONField()
    reading = models.JSONField()
    sample = models.JSONField()
    rows_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """As they were counted; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "technology"], name="counted_once_in_a_run")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class CountryFigure(models.Model):
    """A country's figures in one technology; columns as `coretech.engines.indicators` has them.

    ``years`` has ``[year, works, works by fractional counting, top papers by fractional counting]``.
    """

    gathered_by: ClassVar = "counted"

    counted = models.ForeignKey(Counted, on_delete=models.PROTECT, related_name="countries")
    place = models.PositiveSmallIntegerField()
    country = models.CharField(max_length=2, db_index=True)
    works = models.PositiveIntegerField()
    works_fractional = models.FloatField()
    top10_share = models.FloatField(null=True)
    h_index = models.PositiveIntegerField()
    rank = models.PositiveSmallIntegerField(null=True)
    years = models.JSONField()

    class Meta:
        """By rank, as the engine orders them; never changed."""

        ordering: ClassVar = ["counted", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["counted", "country"], name="one_row_of_a_country")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
