"""Announcements, items and their versions; an entry is never changed, a new version follows it."""

import datetime as dt
from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.cases.models import Case
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.sentence import Sentence


class Announcement(models.Model):
    """An announcement by the Executive Yuan (art. 6); ``edition`` counts the versions of the whole list.

    ``document_number`` is empty where the source does not print it.
    """

    edition = models.PositiveIntegerField(unique=True)
    document_number = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField()
    announced_on = models.DateField()
    effective_on = models.DateField()
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["edition"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document_number"],
                condition=~models.Q(document_number=""),
                name="one_announcement_of_a_number",
            )
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class RegisterItem(models.Model):
    """A technology's place on the list: the number it keeps through all its versions."""

    number = models.PositiveIntegerField(unique=True)
    technology = models.OneToOneField(Technology, on_delete=models.PROTECT)

    class Meta:
        """By number."""

        ordering: ClassVar = ["number"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class ItemVersion(models.Model):
    """What the list says of an item from a day on (valid time), since it was recorded (record time).

    ``name_announced`` is the name as printed; where the print is damaged, ``damaged`` is set and ``name_zh`` holds the
    corrected name with its source. ``name_en`` is our own translation and has no legal force.

    A version that ``corrects`` another puts right a clerical error of this register: from its record time on it stands
    in the other's place and does what that did, its ``change`` among it. Nothing announced is changed by it.

    ``listed_since`` is no column: a query of a day tells by it since when the item has been on the list.
    """

    listed_since: dt.date | None = None

    class Change(models.TextChoices):
        """What the version did."""

        ADDED = "added", "新增 / added"
        RENAMED = "renamed", "變更名稱 / renamed"
        MOVED = "moved", "移轉主管機關 / moved to another authority"
        RESCOPED = "rescoped", "變更範疇 / scope changed"
        SPLIT = "split", "分拆 / split"
        MERGED = "merged", "合併 / merged"
        REMOVED = "removed", "廢止 / removed"

    item = models.ForeignKey(RegisterItem, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    change = models.CharField(max_length=16, choices=Change.choices)
    name_zh = models.CharField(max_length=200)
    name_announced = models.CharField(max_length=200)
    damaged = models.BooleanField(default=False)
    name_en = models.CharField(max_length=300)
    name_source = models.CharField(max_length=300, blank=True)
    scope_zh = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT)
    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="versions")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    corrected_because = models.TextField(blank=True)
    correction_source = models.CharField(max_length=300, blank=True)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="versions")
    valid_from = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["item__number", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "version"], name="one_version_of_an_item")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["item", "-valid_from", "-version"],
                include=["id", "recorded_at"],
                name="the_newest_of_an_item",
            ),
            models.Index(
                fields=["item", "-valid_from", "-version"],
                include=["id", "recorded_at"],
                condition=models.Q(change="added"),
                name="the_newest_begin_of_an_item",
            ),
            models.Index(
                fields=["corrects"],
                include=["recorded_at"],
                condition=models.Q(corrects__isnull=False),
                name="the_corrections_of_a_version",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def name(self) -> Sentence:
        """The item's name in both languages."""
        return Sentence(self.name_zh, self.name_en)


class Lineage(models.Model):
    """That one version continues in another item's: parts of a split, wholes of a merger."""

    ended = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="continued_by")
    began = models.ForeignKey(ItemVersion, on_delete=models.PROTECT, related_name="continues")

    class Meta:
        """Once each; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ended", "began"], name="one_line_between_two_versions")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
