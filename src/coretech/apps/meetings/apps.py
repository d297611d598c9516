"""Django's handle on meetings."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The app of meetings."""

    name = "coretech.apps.meetings"
    label = "meetings"
    verbose_name = "meetings / 會議"
