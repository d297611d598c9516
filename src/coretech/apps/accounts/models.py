"""Accounts and API tokens."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


class Account(AbstractUser):
    """Somebody who signs in. What the account may do comes from seats, appointments and postings, never from here.

    ``is_superuser`` makes an administrator of accounts; it opens no case.
    """

    demo = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="zh-hant")

    class Meta:
        """By name."""

        ordering: ClassVar = ["username"]


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
