"""Django's handle on technology profiles."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    """The app of technology profiles."""

    name = "coretech.apps.profiles"
    label = "profiles"
    verbose_name = "profiles / 技術特徵"
