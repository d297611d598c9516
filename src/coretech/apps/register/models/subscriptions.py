"""Who is told of a change of the list by their own machine, and what each has been told."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from coretech.apps.register.models.entries import Announcement


class Webhook(models.Model):
    """An address that is called after each announcement.

    ``sealed_secret`` signs the calls; it lies under the installation's key.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    address = models.URLField(max_length=300)
    sealed_secret = models.BinaryField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "address"],
                condition=models.Q(ended_at=None),
                name="one_live_webhook_of_an_address",
            )
        ]


class Delivery(models.Model):
    """One call that is owed or was made; one that failed stays, with what went wrong, and is tried again."""

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="deliveries")
    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; an announcement is told once to an address."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["webhook", "announcement"], name="one_delivery_of_an_announcement"
            )
        ]
