"""Accounts and API tokens."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class Account(AbstractUser):
    """Somebody who signs in. What the account may do comes from seats, appointments and postings, never from here.

    ``is_superuser`` makes an administrator of accounts; it opens no case. ``lock`` counts what administrators wrote.
    """

    demo = models.BooleanField(default=False)
    lock = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=8, default="zh-hant")

    class Meta:
        """By name."""

        ordering: ClassVar = ["username"]


class PasswordLink(models.Model):
    """A link that lets its account set a password, once; of its secret only the SHA-256 is kept.

    The newest link of an account counts, and none of a closed account does.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="password_links")
    number = models.PositiveIntegerField()
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first."""

        ordering: ClassVar = ["account", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "number"], name="one_password_link_of_a_number")
        ]


class ApiToken(models.Model):
    """A token that lets a program act for an account; only its SHA-256 is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    label = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-created_at"]
