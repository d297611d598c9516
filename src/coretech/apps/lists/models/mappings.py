"""Mapping relations between items of any two lists, as proposed and as judged."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.lists.models.lists import ListItem
from coretech.apps.people.models import Person
from coretech.apps.technologies.models import Technology


class Mapping(models.Model):
    """A relation of SKOS from one item to another, or to a technology of our own register; exactly one of the two.

    ``score`` is the matcher's, from 0 to 1, and ``why`` the terms that carried it (``{"terms": [[left, right, weight],
    …]}``); both are empty where a person proposed it.
    """

    class Relation(models.TextChoices):
        """The mapping relations of SKOS."""

        EXACT = "exactMatch", "完全對應 / exact match"
        CLOSE = "closeMatch", "相近 / close match"
        BROAD = "broadMatch", "對方較廣 / broader there"
        NARROW = "narrowMatch", "對方較窄 / narrower there"
        RELATED = "relatedMatch", "相關 / related"

    left = models.ForeignKey(ListItem, on_delete=models.PROTECT, related_name="mappings")
    right = models.ForeignKey(ListItem, null=True, on_delete=models.PROTECT, related_name="mapped_from")
    technology = models.ForeignKey(Technology, null=True, on_delete=models.PROTECT, related_name="mappings")
    relation = models.CharField(max_length=12, choices=Relation.choices)
    score = models.FloatField(null=True)
    why = models.JSONField(default=dict)
    proposed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()

    class Meta:
        """In the order they came; never changed."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(right__isnull=False) ^ models.Q(technology__isnull=False),
                name="a_mapping_leads_to_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(left=models.F("right")), name="a_mapping_leads_elsewhere"
            ),
            models.UniqueConstraint(
                fields=["left", "right", "technology"], nulls_distinct=False, name="one_mapping_of_a_pair"
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class MappingJudgement(models.Model):
    """What a person made of a proposed mapping; the newest holds. ``relation`` is the one judged right."""

    class Judgement(models.TextChoices):
        """Whether it holds."""

        ACCEPTED = "accepted", "成立 / accepted"
        OTHER = "other", "關係不同 / another relation"
        REJECTED = "rejected", "不成立 / rejected"
        UNSURE = "unsure", "不確定 / unsure"

    mapping = models.ForeignKey(Mapping, on_delete=models.PROTECT, related_name="judgements")
    judgement = models.CharField(max_length=8, choices=Judgement.choices)
    relation = models.CharField(max_length=12, choices=Mapping.Relation.choices, blank=True)
    why = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["mapping", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
