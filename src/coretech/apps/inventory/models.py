"""Inventory rounds and the candidates found in them."""

from typing import ClassVar

from django.db import models

from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.sentence import Sentence


class Round(models.Model):
    """One agency's inventory of one year (Gregorian)."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()

    class Meta:
        """One a year."""

        ordering: ClassVar = ["-year", "agency"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "year"], name="one_round_a_year")]


class Candidate(models.Model):
    """Something an inventory found: a new technology, or a listed one that should change."""

    class Kind(models.TextChoices):
        """What would be asked of the council."""

        IDENTIFY = "identify", "認定 / identification"
        CHANGE = "change", "變更 / change"

    class Ground(models.TextChoices):
        """Why a listed item should change (art. 10)."""

        HOLDER_REQUEST = "holder_request", "持有者請求 / a holder asks"
        ENVIRONMENT_CHANGED = (
            "environment_changed",
            "產業環境或技術發展已變化 / industry or technology has changed",
        )

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="candidates")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    technology = models.ForeignKey(Technology, null=True, on_delete=models.PROTECT)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300)
    ground = models.CharField(max_length=24, choices=Ground.choices, blank=True)
    found_at = models.DateTimeField()
    why = models.TextField()

    class Meta:
        """Newest first; a change names the technology it would change, and its ground."""

        ordering: ClassVar = ["-found_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind="identify")
                | (models.Q(technology__isnull=False) & ~models.Q(ground="")),
                name="a_change_names_what_and_why",
            )
        ]

    @property
    def name(self) -> Sentence:
        """The proposed name in both languages."""
        return Sentence(self.name_zh, self.name_en)
