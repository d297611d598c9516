"""Django's handle on accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app of accounts."""

    name = "coretech.apps.accounts"
    label = "accounts"
    verbose_name = "accounts / 帳號"
