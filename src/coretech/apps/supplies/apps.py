"""Django's handle on supplies."""

from django.apps import AppConfig


class SuppliesConfig(AppConfig):
    """The app of supplies."""

    name = "coretech.apps.supplies"
    label = "supplies"
    verbose_name = "supplies / 物資"
