"""Portfolios of research projects that an inventory looks through."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.inventory.models.round import Round
from coretech.apps.inventory.models.terms import TermModel
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


class Portfolio(models.Model):
    """A file of projects, from its upload until every project has been compared with the catalogue.

    ``content`` is the file, sealed, emptied once its rows are taken. ``catalogue`` is what the projects are compared
    with, as it stood when they were taken, ``model`` the terms learned until then, and ``matcher`` the version of the
    matcher: the same again gives the same finds. ``seed`` makes its random samples. ``faults`` lists the rows left out
    as the page shows them.

    Screened again, with a newer list, newer terms or a newer matcher, it is one more row beside the old one: ``origin``
    is the portfolio whose projects that goes through, and ``number`` says which screening of them it is.
    """

    class State(models.TextChoices):
        """How far it has come."""

        UPLOADED = "uploaded", "待指定欄位 / columns to be named"
        SCREENING = "screening", "比對中 / screening"
        HELD = "held", "暫停 / held"
        SCREENED = "screened", "比對完成 / screened"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="portfolios")
    origin = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="screenings")
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    confidential = models.BooleanField()
    foreign = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=State.choices, default=State.UPLOADED)
    content = models.BinaryField()
    headings = models.JSONField(default=list)
    catalogue = models.JSONField(default=list)
    threshold = models.FloatField()
    matcher = models.PositiveSmallIntegerField(default=1)
    seed = models.BigIntegerField()
    model = models.ForeignKey(TermModel, null=True, on_delete=models.PROTECT, related_name="portfolios")
    total = models.PositiveIntegerField(default=0)
    screened = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list)
    fault_count = models.PositiveIntegerField(default=0)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    screened_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one screening of a number."""

        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["origin", "number"], name="one_screening_of_a_number")
        ]

    @property
    def subject(self) -> str:
        """How the log names the portfolio."""
        return f"portfolio/{self.pk}"

    @property
    def projects_key(self) -> int:
        """The portfolio whose projects it goes through: its own, or those of the one it screens again."""
        return self.origin_id or self.pk


class PortfolioIntake(models.Model):
    """The rows of a portfolio as they were taken, and which columns held what; the next file is guessed by it.

    ``rows_sha256`` is over the rows, as `coretech.apps.audit.gathering` has it.
    """

    portfolio = models.OneToOneField(Portfolio, on_delete=models.PROTECT, related_name="intake")
    columns = models.JSONField()
    rows = models.PositiveIntegerField()
    rows_sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class PortfolioRow(models.Model):
    """One project, sealed: its content is in no index, no log and no act. ``line`` is where the file has it."""

    gathered_by: ClassVar = "intake"

    intake = models.ForeignKey(PortfolioIntake, on_delete=models.PROTECT, related_name="projects")
    place = models.PositiveIntegerField()
    line = models.PositiveIntegerField()
    sealed = models.TextField()

    class Meta:
        """As the file has them; never changed."""

        ordering: ClassVar = ["intake", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["intake", "place"], name="one_row_at_a_place")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class PortfolioReader(models.Model):
    """Somebody of the agency's panel named to a confidential portfolio."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["portfolio", "person"], name="named_once_to_a_portfolio")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class TrainingLeave(models.Model):
    """Whether terms may be learned from a confidential portfolio, and who of the agency said so; the newest counts."""

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="leaves")
    allowed = models.BooleanField()
    why = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def said(self) -> Sentence:
        """The leave in words."""
        return Sentence("同意", "allowed") if self.allowed else Sentence("不同意", "not allowed")
