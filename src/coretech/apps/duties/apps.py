"""Django's handle on duties."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """The app of deadlines."""

    name = "coretech.apps.duties"
    label = "duties"
    verbose_name = "duties / 期限"
