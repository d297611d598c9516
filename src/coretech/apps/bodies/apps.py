"""Django's handle on bodies."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    """The app of bodies."""

    name = "coretech.apps.bodies"
    label = "bodies"
    verbose_name = "bodies / 會議體"
