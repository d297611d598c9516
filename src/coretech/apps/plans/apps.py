"""Django's handle on plans."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The app of plans."""

    name = "coretech.apps.plans"
    label = "plans"
    verbose_name = "plans / 計畫"
