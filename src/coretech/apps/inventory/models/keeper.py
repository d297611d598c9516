"""Who keeps an agency's inventory."""

from typing import ClassVar

import pgtrigger
from django.db import models

from coretech.apps.audit.append_only import append_only
from coretech.apps.people.models import Agency, Person


class Keeper(models.Model):
    """The unit or the person an agency charges with its inventory (art. 9(1)), from a day on; the newest counts."""

    class Kind(models.TextChoices):
        """A unit or a person; either will do."""

        UNIT = "unit", "專責單位 / unit"
        PERSON = "person", "專人 / person"

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="keepers")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=120)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    named_at = models.DateTimeField()

    class Meta:
        """Oldest first; never changed."""

        ordering: ClassVar = ["agency", "since", "pk"]
        triggers: ClassVar[list[pgtrigger.Trigger]] = append_only()
