"""Technology profiles: published in versions that are never changed, with one draft of the next beside them."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency
from coretech.kit.sentence import Sentence


class Profile(models.Model):
    """What defines a technology, kept by an authority; ``newest`` is the version that counts, 0 for none yet."""

    slug = models.SlugField(max_length=40, unique=True)
    zh = models.CharField(max_length=120)
    en = models.CharField(max_length=200)
    authority = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    newest = models.PositiveIntegerField(default=0)

    class Meta:
        """By name."""

        ordering: ClassVar = ["slug"]

    @property
    def name(self) -> Sentence:
        """The name in both languages."""
        return Sentence(self.zh, self.en)

    @property
    def subject(self) -> str:
        """How the log names the profile."""
        return f"profile/{self.slug}"


class ProfileVersion(models.Model):
    """What a profile says from its publication on; ``content`` has the shape of `engines.profiles.content`."""

    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    published_at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["profile", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["profile", "number"], name="one_version_of_a_number")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class ProfileDraft(models.Model):
    """The next version while it is being written; ``based_on`` is the version it began from, 0 for none."""

    profile = models.OneToOneField(Profile, on_delete=models.PROTECT, related_name="draft")
    content = models.JSONField()
    based_on = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
