"""Django's handle on lists of technologies."""

from django.apps import AppConfig


class ListsConfig(AppConfig):
    """The app of lists of technologies."""

    name = "coretech.apps.lists"
    label = "lists"
    verbose_name = "lists / 清單"
