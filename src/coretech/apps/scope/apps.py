"""Django's handle on scope questions."""

from django.apps import AppConfig


class ScopeConfig(AppConfig):
    """The app of scope questions."""

    name = "coretech.apps.scope"
    label = "scope"
    verbose_name = "scope / 範疇詢問"
