"""What screening a portfolio found, and what people made of it."""

from typing import ClassVar

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.inventory.models.candidate import Candidate
from coretech.apps.inventory.models.portfolio import Portfolio, PortfolioRow
from coretech.apps.inventory.models.terms import TermModel
from coretech.apps.people.models import Person


class FindBatch(models.Model):
    """Some of a portfolio's projects, compared in one go; screening that was broken off goes on with the next.

    ``rows_sha256`` is over its finds, as `coretech.apps.audit.gathering` has it.
    """

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="batches")
    first = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    model = models.ForeignKey(TermModel, null=True, on_delete=models.PROTECT, related_name="+")
    rows_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """In the order of the rows; never changed."""

        ordering: ClassVar = ["portfolio", "first"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["portfolio", "first"], name="a_row_is_screened_once")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Find(models.Model):
    """What of the catalogue a project is most like: ``item`` is its key, empty where nothing is like it at all.

    ``others`` are the next items, ``[key, score]`` each. A score is never a judgement.
    """

    gathered_by: ClassVar = "batch"

    batch = models.ForeignKey(FindBatch, on_delete=models.PROTECT, related_name="finds")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="finds")
    row = models.ForeignKey(PortfolioRow, on_delete=models.PROTECT, related_name="finds")
    item = models.CharField(max_length=40, blank=True)
    score = models.FloatField()
    others = models.JSONField(default=list)

    class Meta:
        """As the portfolio has the rows; never changed."""

        ordering: ClassVar = ["portfolio", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["portfolio", "row"], name="one_find_of_a_row_a_screening")
        ]
        indexes: ClassVar = [models.Index(fields=["portfolio", "score"], name="finds_by_score")]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def subject(self) -> str:
        """How the log names the find."""
        return f"find/{self.pk}"


class UnchangedFind(models.Model):
    """A find of a later screening that says what an earlier one said: what was judged there stays judged.

    ``former`` is the first find that said it.
    """

    gathered_by: ClassVar = "batch"

    batch = models.ForeignKey(FindBatch, on_delete=models.PROTECT, related_name="unchanged")
    find = models.OneToOneField(Find, on_delete=models.PROTECT, related_name="unchanged")
    former = models.ForeignKey(Find, on_delete=models.PROTECT, related_name="repeated")

    class Meta:
        """As the portfolio has the rows; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class FindJudgement(models.Model):
    """What one person made of a find; that person's newest counts. ``item`` is the one it was accepted for.

    ``second`` marks that of a second reviewer, who did not see the first.
    """

    class Verdict(models.TextChoices):
        """Whether it belongs to the item."""

        ACCEPTED = "accepted", "列入 / accepted"
        SET_ASIDE = "set_aside", "不列入 / set aside"
        UNSURE = "unsure", "不確定 / unsure"
        UNDONE = "undone", "取消判斷 / taken back"

    class Reason(models.TextChoices):
        """Why it is set aside."""

        OTHER_FIELD = "other_field", "不屬這項技術 / not this technology"
        GENERIC = "generic", "屬一般技術，非核心關鍵 / generic, not a core key technology"
        NOT_RESEARCH = "not_research", "非技術研發（推廣、補助、人才等） / no research and development"
        PUBLIC = "public", "成果已全部公開 / its results are all public"
        SAME = "same", "與另一計畫重複 / the same as another project"
        ELSE = "else", "其他 / something else"

    find = models.ForeignKey(Find, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=9, choices=Verdict.choices)
    item = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    note = models.TextField(blank=True)
    second = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["find", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Readiness(models.Model):
    """How ready an accepted project's technology is, 1 to 9, and what shows it; the newest counts."""

    find = models.ForeignKey(Find, on_delete=models.PROTECT, related_name="readiness")
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(9)])
    evidence = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["find", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(level__range=(1, 9)), name="readiness_from_1_to_9")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class FindCandidate(models.Model):
    """The candidate that was made of an accepted find."""

    find = models.OneToOneField(Find, on_delete=models.PROTECT, related_name="proposed")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="finds")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
