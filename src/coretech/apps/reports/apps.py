"""Django's handle on reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The app of reports."""

    name = "coretech.apps.reports"
    label = "reports"
    verbose_name = "reports / 填報"
