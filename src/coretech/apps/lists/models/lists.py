"""A published list, its versions, and the tree of items of each."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Person
from coretech.kit.sentence import Sentence


def no_effects() -> list[str]:
    """The effects of a version nobody has stated any of."""
    return []


class TechnologyList(models.Model):
    """A list a state publishes under one title, whatever its versions: the concept scheme.

    ``country`` is ISO 3166-1 alpha-2, or ``EU``.
    """

    code = models.SlugField(max_length=40, unique=True)
    country = models.CharField(max_length=2)
    issuer_zh = models.CharField(max_length=120)
    issuer_en = models.CharField(max_length=160)
    title_zh = models.CharField(max_length=160)
    title_en = models.CharField(max_length=200)

    class Meta:
        """By country, then by code."""

        ordering: ClassVar = ["country", "code"]

    @property
    def issuer(self) -> Sentence:
        """Who issues it."""
        return Sentence(self.issuer_zh, self.issuer_en)

    @property
    def title(self) -> Sentence:
        """What it is called."""
        return Sentence(self.title_zh, self.title_en)


class ListVersion(models.Model):
    """A list as it was issued on a day; never changed, a new version follows.

    ``dated`` is the day as far as known: ``2022``, ``2022-02`` or ``2022-02-07``. ``effects`` says what standing on
    it brings: ``protect`` (secrets), ``export`` (licences), ``investment`` (screening), ``fund``. ``complete`` is false
    where the source at hand named only some of the items; ``stated_count`` is how many the issuer says there are.
    """

    EFFECTS: ClassVar = ("protect", "export", "investment", "fund", "guide")

    list = models.ForeignKey(TechnologyList, on_delete=models.PROTECT, related_name="versions")
    code = models.SlugField(max_length=60, unique=True)
    dated = models.CharField(max_length=10)
    legal_basis_zh = models.CharField(max_length=300, blank=True)
    legal_basis_en = models.CharField(max_length=300, blank=True)
    effects = models.JSONField(default=no_effects)
    complete = models.BooleanField()
    stated_count = models.PositiveSmallIntegerField(null=True)
    note_zh = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    source_url = models.CharField(max_length=500, blank=True)
    source_name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    imported_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        """The newest of a list first."""

        ordering: ClassVar = ["list", "-dated", "-pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class ListStatus(models.Model):
    """Where a version stands from a day on; the newest row holds."""

    class Status(models.TextChoices):
        """Draft, in force, replaced."""

        DRAFT = "draft", "草案 / draft"
        IN_FORCE = "in_force", "施行中 / in force"
        REPLACED = "replaced", "已被取代 / replaced"

    version = models.ForeignKey(ListVersion, on_delete=models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=10, choices=Status.choices)
    since = models.CharField(max_length=10)
    why = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["version", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class ListItem(models.Model):
    """One entry of a version; ``names`` holds it in every language it has, by BCP 47 tag (``zh-Hant``, ``en``, ``ko``).

    ``translated`` names the languages that are our own rendering and not the issuer's.
    """

    version = models.ForeignKey(ListVersion, on_delete=models.PROTECT, related_name="items")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    code = models.CharField(max_length=60)
    place = models.PositiveIntegerField()
    names = models.JSONField()
    translated = models.JSONField(default=list)
    description = models.JSONField(default=dict)

    class Meta:
        """As the list orders them; never changed."""

        ordering: ClassVar = ["version", "place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "code"], name="one_item_of_a_code"),
            models.UniqueConstraint(fields=["version", "place"], name="one_item_at_a_place"),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()

    @property
    def name(self) -> Sentence:
        """The item's name in both languages; where one is missing the other stands for it."""
        zh, en = self.names.get("zh-Hant", ""), self.names.get("en", "")
        first = next(iter(self.names.values()), self.code)
        return Sentence(zh or en or first, en or zh or first)
