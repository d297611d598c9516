"""Django's handle on links."""

from django.apps import AppConfig


class LinksConfig(AppConfig):
    """The app of links."""

    name = "coretech.apps.links"
    label = "links"
    verbose_name = "links / 連結"
