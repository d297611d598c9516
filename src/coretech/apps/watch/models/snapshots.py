"""Snapshots of works that were taken in, and the runs that count them."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


class WorksSnapshot(models.Model):
    """A folder of works with its manifest, as it was when it was taken in; ``sha256`` is the manifest's.

    ``series`` is what snapshots have in common that may be compared with one another: the same source and query at
    other times. ``place`` says where the folder lies: ``bundled``, ``home/<name>`` under the installation's own folder,
    or a path. ``note`` tells readers what the snapshot is not good for.
    """

    series = models.CharField(max_length=40)
    place = models.CharField(max_length=500)
    source = models.CharField(max_length=300)
    query = models.CharField(max_length=1000, blank=True)
    dated = models.DateField()
    works = models.PositiveIntegerField()
    superseded = models.PositiveIntegerField()
    problems = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, unique=True)
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
    def bundled(self) -> bool:
        """Whether it came with the program, as a sample."""
        return self.place == "bundled"


class Run(models.Model):
    """One counting of a snapshot for all definitions as they stood when it began.

    ``first`` and ``last`` are the years that count, none for all of them. ``version`` is the program's that counted.
    """

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "計算中 / being counted"
        HELD = "held", "暫停 / held"
        DONE = "done", "完成 / done"
        FAILED = "failed", "無法計算 / failed"

    snapshot = models.ForeignKey(WorksSnapshot, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    percentile = models.CharField(max_length=9)
    first = models.PositiveSmallIntegerField(null=True)
    last = models.PositiveSmallIntegerField(null=True)
    version = models.CharField(max_length=40)
    definitions = models.JSONField()
    done = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    @property
    def total(self) -> int:
        """How many definitions it counts."""
        return len(self.definitions)

    @property
    def subject(self) -> str:
        """How the log names it."""
        return f"watch-run/{self.pk}"
