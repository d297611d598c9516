"""Sectors, and technologies as things that outlive their names."""

from typing import ClassVar

from django.db import models

from coretech.kit.sentence import Sentence


class Sector(models.Model):
    """A field of technology the list is ordered by."""

    code = models.SlugField(max_length=24, unique=True)
    zh = models.CharField(max_length=40)
    en = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField()

    class Meta:
        """As the announcement orders them."""

        ordering: ClassVar = ["order"]

    @property
    def name(self) -> Sentence:
        """The sector's name in both languages."""
        return Sentence(self.zh, self.en)


class Technology(models.Model):
    """One technology, under the name it was first met by; its legal names stand in the register's versions."""

    sector = models.ForeignKey(Sector, on_delete=models.PROTECT)
    label_zh = models.CharField(max_length=200)
    label_en = models.CharField(max_length=300)

    class Meta:
        """In the order they came."""

        ordering: ClassVar = ["pk"]

    @property
    def label(self) -> Sentence:
        """The working name in both languages."""
        return Sentence(self.label_zh, self.label_en)
