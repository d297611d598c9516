"""Django's handle on the watch."""

from django.apps import AppConfig


class WatchConfig(AppConfig):
    """The app of the watch."""

    name = "coretech.apps.watch"
    label = "watch"
    verbose_name = "watch / 科技觀測"
