"""The requests that acts came from, and the notices they owe."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from coretech.apps.audit.models.acts import Act


class Once(models.Model):
    """A request that has been answered: a second one with the same key finds the first one's act."""

    key = models.CharField(max_length=96, unique=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT)


class Outbox(models.Model):
    """A notice that an act owes somebody, written with the act and sent by a job afterwards.

    It goes to an account, or to an ``address`` outside, which is written to in both languages. Where ``link_to`` names
    something, the link ends in the secret that opens it (`coretech.apps.audit.links`), which no row holds.
    ``text`` stands beneath the subject and ``calendar`` goes along as a file where there is one, both in the reader's
    language of that moment. A notice that could not be sent stays, with what went wrong, and is tried again at
    ``next_try_at``.
    """

    act = models.ForeignKey(Act, on_delete=models.PROTECT)
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    address = models.EmailField(max_length=254, blank=True)
    subject_zh = models.CharField(max_length=200)
    subject_en = models.CharField(max_length=200)
    path = models.CharField(max_length=200)
    link_to = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; what still waits is found without reading what has gone."""

        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(recipient=None) ^ models.Q(address=""),
                name="a_notice_goes_to_an_account_or_outside",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=models.Q(sent_at=None), name="notices_that_wait")
        ]
