"""Django's handle on the log."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The app of the log."""

    name = "coretech.apps.audit"
    label = "audit"
    verbose_name = "acts / 紀錄"
