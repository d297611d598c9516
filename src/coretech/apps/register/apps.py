"""Django's handle on register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The app of register."""

    name = "coretech.apps.register"
    label = "register"
    verbose_name = "register / 清單"
