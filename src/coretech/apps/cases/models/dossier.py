"""The dossier: its parts in versions, drafts, remarks, attachments, and leave given by name."""

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models

from coretech.apps.audit.append_only import append_only, never_emptied
from coretech.apps.cases.models.case import Case
from coretech.apps.people.models import Person
from coretech.law.access import Secrecy

LEVELS = [(level.value, level.value) for level in Secrecy]


class Part(models.Model):
    """One version of one part of the dossier; the newest one counts.

    ``content`` is the structured form as `coretech.apps.cases.content` reads and writes it, and ``text`` its words;
    empty content is a part written as plain text. ``level`` says how secret the part is; all its versions get a new
    level together, which is the only thing about them that ever changes.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=24)
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    content = models.JSONField(default=dict)
    level = models.CharField(max_length=12, choices=LEVELS, default=Secrecy.CONFIDENTIAL.value)
    harms = models.JSONField(default=list)
    limbs = models.JSONField(default=list)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)

    class Meta:
        """Oldest first; never changed but in its level."""

        ordering: ClassVar = ["name", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "name", "version"], name="one_version_of_a_part")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="only_the_level_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["level"]),
            ),
            never_emptied(),
        ]


class PartDraft(models.Model):
    """What somebody is writing in a part and has not handed in: theirs alone, kept by itself, thrown away when done."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="drafts")
    name = models.CharField(max_length=24)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    based_on = models.PositiveIntegerField(default=0)
    content = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        """One a writer and part."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "name", "account"], name="one_draft_of_a_part_each")
        ]


class Remark(models.Model):
    """A reviewer's remark on a version of a part, and how it was settled."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="remarks")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    made_at = models.DateTimeField()
    reply = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]


class Attachment(models.Model):
    """One version of a file handed in with a part, or with the case; found safe by its content.

    The file itself lies in its pieces; ``size`` and ``sha256`` are of the file as it was handed in.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    part = models.CharField(max_length=24, blank=True)
    title = models.CharField(max_length=160)
    version = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=160)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    level = models.CharField(max_length=12, choices=LEVELS, default=Secrecy.CONFIDENTIAL.value)
    attached_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """By part and title."""

        ordering: ClassVar = ["case", "part", "title", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "part", "title", "version"], name="one_version_of_an_attachment"
            )
        ]


class AttachmentPiece(models.Model):
    """A piece of an attachment, sealed under its case's key; in pieces a file is never in memory twice."""

    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        """From first to last; never changed."""

        ordering: ClassVar = ["attachment", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attachment", "number"], name="one_piece_in_a_place")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()


class Grant(models.Model):
    """Leave to read what is secret in a case, given to one person (art. 11)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="grants")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    until = models.DateField(null=True)
    granted_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]
