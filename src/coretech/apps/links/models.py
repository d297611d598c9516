"""Links between what plans do and what they serve, as proposed and as judged."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.apps.plans.models import Plan
from coretech.apps.supplies.models import Commodity
from coretech.apps.technologies.models import Technology


class Link(models.Model):
    """A plan's element serves a technology or a commodity; exactly one of the two is told."""

    class Relation(models.TextChoices):
        """How it serves."""

        BUILDS = "builds", "建立 / builds"
        FUNDS = "funds", "資助 / funds"
        PROTECTS = "protects", "保護 / protects"
        SUPPLIES = "supplies", "確保供應 / supplies"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="links")
    element_key = models.CharField(max_length=90)
    technology = models.ForeignKey(Technology, null=True, on_delete=models.PROTECT, related_name="links")
    commodity = models.ForeignKey(Commodity, null=True, on_delete=models.PROTECT, related_name="links")
    relation = models.CharField(max_length=8, choices=Relation.choices)
    why = models.TextField()
    proposed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        """In the order they came; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(technology__isnull=False) ^ models.Q(commodity__isnull=False),
                name="a_link_serves_one_thing",
            ),
            models.UniqueConstraint(
                fields=["plan", "element_key", "technology", "commodity", "relation"],
                nulls_distinct=False,
                name="one_link_of_a_kind",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class LinkJudgement(models.Model):
    """What a person made of a proposed link; the newest holds."""

    class Judgement(models.TextChoices):
        """Whether it holds."""

        ACCEPTED = "accepted", "成立 / accepted"
        REJECTED = "rejected", "不成立 / rejected"
        UNSURE = "unsure", "不確定 / unsure"

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="judgements")
    judgement = models.CharField(max_length=8, choices=Judgement.choices)
    why = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["link", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
