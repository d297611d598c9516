"""Agencies with their names in time, people, and postings."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, Protocol, TypeVar

from django.conf import settings
from django.db import models

from coretech.kit.sentence import Sentence


class Dated(Protocol):
    """A name with the days it was borne between, both included; a row read without its object will do."""

    @property
    def valid_from(self) -> dt.date | None:
        """The first day; None for one that was always borne."""

    @property
    def valid_until(self) -> dt.date | None:
        """The last day; None for one that is borne still."""


_Name = TypeVar("_Name", bound=Dated)


class Agency(models.Model):
    """A government body; it stays the same while its name changes.

    ``kind`` says whether article 9(1) binds it to keep an inventory: as a funding agency, a public institute, or not.
    ``kind_source`` is where an office took that from; while it is empty the bundled kind and its source hold.
    """

    class Kind(models.TextChoices):
        """What article 9(1) asks about."""

        FUNDING_AGENCY = "funding_agency", "補助、委託或出資機關 / funding agency"
        PUBLIC_INSTITUTE = "public_institute", "公立研究機關（構） / public institute"
        OTHER = "other", "其他機關（構） / other body"

    code = models.SlugField(max_length=24, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.OTHER)
    kind_source = models.CharField(max_length=200, blank=True)

    class Meta:
        """By code."""

        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        """The code."""
        return self.code

    def name_on(self, day: dt.date) -> Sentence:
        """The agency's name on a day; its earliest or latest name where the day lies outside all of them."""
        names = list(self.names.all())
        if not names:
            return Sentence(self.code, self.code)
        borne = borne_on(names, day)
        return Sentence(borne.zh, borne.en)


class AgencyName(models.Model):
    """A name an agency had between two days, both included; open where a day is missing."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="names")
    zh = models.CharField(max_length=80)
    en = models.CharField(max_length=120)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["agency", models.F("valid_from").asc(nulls_first=True)]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "valid_from"], nulls_distinct=False, name="one_name_from_a_day"
            )
        ]


def borne_on(names: Sequence[_Name], day: dt.date) -> _Name:
    """Of an agency's names, oldest first, the one of a day; the earliest or latest where it lies outside all."""
    for name in names:
        if (name.valid_from or dt.date.min) <= day <= (name.valid_until or dt.date.max):
            return name
    return names[0] if day < (names[0].valid_from or dt.date.min) else names[-1]


class Person(models.Model):
    """Somebody who takes part. Demonstration people are named by role and have no real one behind them."""

    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)

    class Meta:
        """In the order they came."""

        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        """Chinese first."""
        return self.name_zh

    @property
    def name(self) -> Sentence:
        """The name in both languages."""
        return Sentence(self.name_zh, self.name_en)


class Posting(models.Model):
    """A person's post at an agency in this regime, between two days."""

    class Kind(models.TextChoices):
        """What the post is for."""

        OFFICER = "officer", "承辦人 / officer"
        ANNOUNCER = "announcer", "公告承辦人 / announcer"
        CONTROLLER = "controller", "計畫管考承辦人 / plan controller"
        HEAD = "head", "核章主管 / signing head"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="postings")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    start = models.DateField()
    end = models.DateField(null=True)
