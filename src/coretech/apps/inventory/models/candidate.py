"""What an inventory found."""

from typing import ClassVar

from django.db import models

from coretech.apps.inventory.models.round import Round
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.sentence import Sentence


class Candidate(models.Model):
    """Something an inventory found: a new technology, or a listed one that should change or go.

    ``aspect`` says what of a listed item would change; the law knows only changes (art. 6), removal among them.
    """

    class Kind(models.TextChoices):
        """What would be asked of the council."""

        IDENTIFY = "identify", "認定 / identification"
        CHANGE = "change", "變更 / change"

    class Aspect(models.TextChoices):
        """What of a listed item would change."""

        NAME = "name", "變更名稱 / name"
        SCOPE = "scope", "變更範疇 / scope"
        AUTHORITY = "authority", "變更主管機關 / authority"
        SPLIT = "split", "分拆 / split"
        MERGE = "merge", "合併 / merge"
        REMOVAL = "removal", "廢止 / removal"

    class Ground(models.TextChoices):
        """Why a listed item should change (art. 10)."""

        HOLDER_REQUEST = "holder_request", "持有者請求 / a holder asks"
        ENVIRONMENT_CHANGED = (
            "environment_changed",
            "產業環境或技術發展已變化 / industry or technology has changed",
        )

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="candidates")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    aspect = models.CharField(max_length=12, choices=Aspect.choices, blank=True)
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
