"""The templates an office gives its documents."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only


class Template(models.Model):
    """One version of the look of one kind of document: an ODT whose styles, header and footer are kept."""

    class Kind(models.TextChoices):
        """The documents of the regime."""

        DOSSIER = "dossier", "提報資料 / dossier"
        PANEL_OPINION = "panel_opinion", "專家審查意見 / panel's opinion"
        OFFICE_NOTE = "office_note", "辦公室研析意見 / Office note"
        AGENDA_ITEM = "agenda_item", "議程提案 / agenda item"
        PRE_ANNOUNCEMENT = "pre_announcement", "預告 / pre-announcement"
        ANNOUNCEMENT = "announcement", "公告 / announcement"
        MINUTES = "minutes", "會議紀錄 / minutes"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    version = models.PositiveSmallIntegerField()
    odt = models.BinaryField()
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=200, blank=True)
    set_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["kind", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "version"], name="one_version_of_a_template")
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
