"""Commodities, the cover they need, who reports, and who is told."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person
from coretech.kit.sentence import Sentence


class Commodity(models.Model):
    """Something the country must not run out of; counted in ``unit`` and reported every so often.

    ``use_rule`` names how daily use is reckoned, as `engines.supplies.cover` has it; ``days`` is how long after a
    period's end a return may come. ``source`` and ``line`` tell where it was read.
    """

    class Frequency(models.TextChoices):
        """How often it is reported."""

        TWICE_A_WEEK = "twice_a_week", "每週2次 / twice a week"
        WEEKLY = "weekly", "每週 / weekly"
        MONTHLY = "monthly", "每月 / monthly"
        QUARTERLY = "quarterly", "每季 / quarterly"
        YEARLY = "yearly", "每年 / yearly"

    class Category(models.TextChoices):
        """Which of the supply chains it belongs to."""

        ENERGY = "energy", "能源 / energy"
        CIVIL = "civil", "民生物資 / civil supplies"
        BUILDING = "building", "砂石水泥 / building materials"
        INDUSTRIAL = "industrial", "重要工業物資 / industrial goods"

    slug = models.SlugField(max_length=40, unique=True)
    zh = models.CharField(max_length=80)
    en = models.CharField(max_length=120)
    unit = models.CharField(max_length=40)
    frequency = models.CharField(max_length=12, choices=Frequency.choices)
    category = models.CharField(max_length=10, choices=Category.choices)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    use_rule = models.CharField(max_length=24)
    days = models.PositiveSmallIntegerField(default=15)
    public = models.BooleanField(default=True)
    source = models.CharField(max_length=200, blank=True)
    line = models.PositiveIntegerField(null=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        """In the order of the list."""

        ordering: ClassVar = ["order", "pk"]

    @property
    def name(self) -> Sentence:
        """The name in both languages."""
        return Sentence(self.zh, self.en)

    @property
    def subject(self) -> str:
        """How the log names the commodity."""
        return f"commodity/{self.slug}"


class CoverStandard(models.Model):
    """How many days of cover a commodity needs between two days; open where ``until`` is missing."""

    class Basis(models.TextChoices):
        """Whether the law asks for it or a plan aims at it."""

        STATUTORY = "statutory", "法定 / statutory"
        PLANNED = "planned", "計畫目標 / planned"

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="standards")
    days = models.DecimalField(max_digits=6, decimal_places=2)
    basis = models.CharField(max_length=9, choices=Basis.choices)
    start = models.DateField()
    until = models.DateField(null=True)
    source = models.CharField(max_length=200)
    line = models.PositiveIntegerField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["commodity", "start", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Reporter(models.Model):
    """Who sends returns of a commodity; a commodity without any is reported by its authority alone."""

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="reporters")
    code = models.SlugField(max_length=40)
    zh = models.CharField(max_length=80)
    en = models.CharField(max_length=120)
    start = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        """By code."""

        ordering: ClassVar = ["commodity", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commodity", "code"], name="one_reporter_of_a_code"),
        ]


class Watcher(models.Model):
    """A person who is told of a commodity's alerts."""

    commodity = models.ForeignKey(Commodity, on_delete=models.PROTECT, related_name="watchers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In the order they were named."""

        ordering: ClassVar = ["commodity", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commodity", "person"], name="one_watcher_of_a_person"),
        ]
