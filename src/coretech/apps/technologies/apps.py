"""Django's handle on technologies."""

from django.apps import AppConfig


class TechnologiesConfig(AppConfig):
    """The app of technologies."""

    name = "coretech.apps.technologies"
    label = "technologies"
    verbose_name = "technologies / 技術"
