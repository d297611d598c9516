"""Tables of patents and of trade that were taken in, and the classes and goods a technology is counted by in them."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.apps.watch.models.definitions import WatchedTechnology
from coretech.kit.sentence import Sentence


class KeptTable(models.Model):
    """A table as it was when it was taken in: its manifest; the rows lie compact under the installation's own folder.

    ``technology`` is the one it was searched for, all of whose rows are its own; without one, each technology is
    counted by its classes or goods. ``sha256`` and ``size`` are the file's, ``kept_sha256`` is of the compact rows in
    ``place``. ``columns`` tells which heading was taken for which meaning, ``coverage`` how many were counted and what
    they lack, ``listed`` the first of its ``problems`` as ``[line, words in Chinese, words in English]``.
    """

    class Kind(models.TextChoices):
        """Of what."""

        PATENTS = "patents", "專利 / patents"
        TRADE = "trade", "貿易 / trade"

    kind = models.CharField(max_length=7, choices=Kind.choices)
    technology = models.ForeignKey(
        WatchedTechnology, null=True, on_delete=models.PROTECT, related_name="tables"
    )
    source = models.CharField(max_length=300)
    query = models.CharField(max_length=1000, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    dated = models.DateField()
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    place = models.CharField(max_length=100)
    kept_sha256 = models.CharField(max_length=64)
    columns = models.JSONField()
    coverage = models.JSONField()
    problems = models.PositiveIntegerField()
    listed = models.JSONField(default=list)
    version = models.CharField(max_length=40)
    note_zh = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Newest first; never changed."""

        ordering: ClassVar = ["-pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def note(self) -> Sentence | None:
        """What to beware of, where anything was noted."""
        return Sentence(self.note_zh, self.note_en) if self.note_zh and self.note_en else None

    @property
    def subject(self) -> str:
        """How the log names it."""
        return f"watch-table/{self.pk}"


class TechnologyCodes(models.Model):
    """One version of what a technology is counted by in tables that are not its own.

    ``classes`` are subclasses of patents such as ``H01L``; ``goods`` are codes of the Harmonized System, of any level.
    """

    technology = models.ForeignKey(WatchedTechnology, on_delete=models.PROTECT, related_name="codes")
    number = models.PositiveIntegerField()
    classes = models.JSONField(default=list)
    goods = models.JSONField(default=list)
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["technology", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["technology", "number"], name="one_watch_codes_of_a_number")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
